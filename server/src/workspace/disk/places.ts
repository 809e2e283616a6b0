import { accessSync, constants, lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBelow, type Unreadable, unreadable } from '../files.ts';
import { saysAbsent } from './errors.ts';

/** What is at a path, links followed. */
export type Thing = 'file' | 'folder' | 'other' | undefined;

/** What is at a path, links followed; undefined where nothing is, or where nobody may look. */
export function thingAt(path: string): Thing {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats && (stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other');
  } catch {
    return undefined;
  }
}

/** The size of what is at a path, in bytes, links followed; undefined where nothing is, or where nobody may look. */
export function sizeAt(path: string): number | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size;
  } catch {
    return undefined;
  }
}

/** Whether anything is at a path, be it a link that leads nowhere; `unreadable` where nobody can tell. */
export function isThere(path: string): boolean | Unreadable {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return saysAbsent(error) ? false : unreadable;
  }
}

/** Whether something else than a folder, or than a file, is in its place: a link is, wherever it leads. */
export function isOther(path: string, isFolder: boolean): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats !== undefined && !(isFolder ? stats.isDirectory() : stats.isFile());
  } catch (error) {
    return !saysAbsent(error);
  }
}

/** Whether this user may read what is at a path. */
export function mayRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A path with its links resolved, with `/`.
 * @throws Error where nothing is there
 */
export function realPath(path: string): string {
  return realpathSync(path).replaceAll('\\', '/');
}

/** The same for what need not be there: of the folders around it that are, the links are resolved. */
export function realPathOf(path: string): string {
  try {
    return realPath(path);
  } catch {
    const slashed = path.replaceAll('\\', '/');
    const cut = slashed.lastIndexOf('/');
    return cut <= 0 ? slashed : `${realPathOf(path.slice(0, cut))}${slashed.slice(cut)}`;
  }
}

/**
 * Whether a file or folder lies in a folder, links followed.
 * @throws Error where either is not there
 */
export function isInside(file: string, folder: string): boolean {
  const [real, root] = [realPath(file), realPath(folder)];
  return real === root || isBelow(real, root);
}

/**
 * The root of the git repository around a folder; undefined where there is none.
 * @param missed told of each `.git` of which nobody can tell whether it is there
 */
export function repositoryOf(folder: string, missed: (path: string) => void = () => {}): string | undefined {
  for (let path = folder; ; path = dirname(path)) {
    const git = join(path, '.git');
    const there = isThere(git);
    if (there === true) return path;
    if (there === unreadable) missed(git);
    if (dirname(path) === path) return undefined;
  }
}
