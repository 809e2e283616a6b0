import type { SourceFile, SourceState } from '../../core/program/sources.ts';
import type { Files } from '../files.ts';
import { findSource } from '../findSource.ts';
import type { ProgramHost } from '../programHost.ts';
import type { Slices } from './slices.ts';

/**
 * Looks for the files that evidence of a program names or documents link to and that were not looked for yet, in slices.
 * @returns the paths whose findings may have changed; undefined where nothing was to be looked for
 */
export async function findSources(
  { engine, folder: { root } }: ProgramHost,
  files: Files,
  slices: Slices,
): Promise<Set<string> | undefined> {
  const found: [SourceFile, SourceState][] = [];
  for (const file of engine.nextWantedSources()) {
    found.push([file, await findSource(files, root, file)]);
    await slices.pauseIfDue();
  }
  return found.length > 0 ? engine.setSources(found) : undefined;
}
