import { CacheFolder, ForeignFolder } from '../workspace/cache/cacheFolder.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';
import type { FoundPrograms } from './programs.ts';

/**
 * The folder for results of earlier runs over some programs; undefined to neither use nor keep any.
 * @throws CouldNotRun where the user named a folder in which Tickmark cannot have its own
 */
export function cacheFor({ cache, place }: Arguments, { programs }: FoundPrograms): CacheFolder | undefined {
  // What is read from git is no file that could be the same next time.
  if (cache === 'none' || place.revision) return undefined;
  try {
    return CacheFolder.open(
      cache?.folder,
      programs.map(({ folder }) => folder.root),
    );
  } catch (error) {
    if (!(error instanceof ForeignFolder)) throw error;
    // Nobody asked for the user's own folder: the run only takes longer.
    if (!cache) return undefined;
    throw new CouldNotRun(
      `--cache ${cache.folder}: Tickmark did not create ${error.path}, so it does not use it. Name another folder.`,
    );
  }
}
