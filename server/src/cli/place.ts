import { resolve } from 'node:path';
import { commitDay, commitFiles } from '../workspace/commitFiles.ts';
import { diskFiles } from '../workspace/disk/diskFiles.ts';
import { isThere, mayRead, realPath, realPathOf, type Thing, thingAt } from '../workspace/disk/places.ts';
import type { Files, Unreadable } from '../workspace/files.ts';
import { GitProblem } from '../workspace/git.ts';
import { CouldNotRun } from './couldNotRun.ts';

/** A revision of a repository. */
export interface Revision {
  /** As the user named it. */
  readonly name: string;
  /** The id of its commit. */
  readonly commit: string;
  /** The calendar date on which that was made, where it was made. */
  readonly date: string;
}

/** Files whose contents are there at once. */
export interface FilesAtOnce extends Files {
  read(file: string, within?: string): string | Unreadable | undefined;
}

/** Where a command finds documents: on disk, or in a revision. */
export interface Place {
  readonly files: FilesAtOnce;
  /** Undefined on disk. */
  readonly revision?: Revision;
  /** What is at a key. */
  thingAt(key: string): Thing;
  /**
   * The key of a file or folder that the user named.
   * @throws CouldNotRun where there is none, or it cannot be read
   */
  keyOf(named: string): string;
}

export const onDisk: Place = {
  files: diskFiles,
  thingAt,
  keyOf(named) {
    if (thingAt(named) === undefined) {
      throw new CouldNotRun(
        isThere(named)
          ? `${named} cannot be read. Check that the link leads somewhere, and check its permissions.`
          : `${named} does not exist. Name a folder or a file of your documentation.`,
      );
    }
    if (!mayRead(named)) throw new CouldNotRun(`${named} cannot be read. Check its permissions.`);
    return realPath(named);
  },
};

/**
 * Documents as a revision has them. What the user names need not be on disk any more.
 * @param named files and folders of one repository
 * @throws CouldNotRun where there is no git, no repository, no such revision, or none of what is named was in it
 */
export function placeAt(name: string, named: readonly string[]): Place {
  try {
    const keys = (named.length > 0 ? named : ['.']).map(one => realPathOf(resolve(one)));
    const [first = ''] = keys;
    const then = commitFiles(nearestFolder(first), name);
    const { commit, top } = then;
    const date = commitDay(top, commit);
    const isInside = (key: string) => key === top || key.startsWith(`${top}/`);
    return {
      files: then,
      revision: { name, commit, date },
      thingAt: then.thingAt,
      keyOf(one) {
        const key = realPathOf(resolve(one));
        if (!isInside(key))
          throw new CouldNotRun(
            `--revision ${name}: ${one} is not in the repository ${top}. Name files and folders of one repository.`,
          );
        if (then.thingAt(key) === undefined)
          throw new CouldNotRun(
            `--revision ${name}: ${one} did not exist in this revision (commit ${shortCommit(commit)} of ${date}).`,
          );
        return key;
      },
    };
  } catch (error) {
    if (error instanceof GitProblem) throw new CouldNotRun(`--revision ${name}: ${error.message}`);
    throw error;
  }
}

/** The folder itself, else the first around it that is on disk: its repository is meant. */
function nearestFolder(key: string): string {
  const cut = key.lastIndexOf('/');
  return thingAt(key) === 'folder' || cut <= 0 ? key : nearestFolder(key.slice(0, cut));
}

/** How much of the id of a commit is shown: git takes it for the whole. */
const shownOfId = 10;

/** The id of a commit as people read it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, shownOfId);
}
