import type { SourceFile, SourceState } from '../../core/program/sources.ts';
import type { Files } from '../files.ts';
import { findSource } from '../findSource.ts';
import type { KeptProgram } from './keptProgram.ts';
import type { Slices } from './slices.ts';

/**
 * Looks for the files that evidence of a program names or documents link to and that were not looked for yet, in slices. The program takes
 * note of those that cannot be read.
 * @returns the paths whose findings may have changed; undefined where nothing was to be looked for
 */
export async function findSources(
  program: KeptProgram,
  files: Files,
  slices: Slices,
): Promise<Set<string> | undefined> {
  const { engine } = program.host;
  const found: [SourceFile, SourceState][] = [];
  for (const file of engine.nextWantedSources()) {
    const unread: string[] = [];
    found.push([file, await findSource(files, program.root, file, path => unread.push(path))]);
    program.sourceUnread(file, unread);
    await slices.pauseIfDue();
  }
  return found.length > 0 ? engine.setSources(found) : undefined;
}
