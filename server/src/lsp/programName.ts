import type { ProgramHost } from '../workspace/programHost.ts';
import { visible } from './visible.ts';

/** What a program is called, as people see it: its organization, else its folder. */
export function nameOf({ engine, folder }: ProgramHost): string {
  const { root } = folder;
  return visible(engine.program.manifest?.shape.organization ?? root.slice(root.lastIndexOf('/') + 1));
}
