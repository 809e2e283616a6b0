import type { ProgramHost } from '../workspace/programHost.ts';

/** What a program is called: its organization, else its folder. */
export function nameOf({ engine, folder }: ProgramHost): string {
  return engine.program.manifest?.shape.organization ?? folder.root.slice(folder.root.lastIndexOf('/') + 1);
}
