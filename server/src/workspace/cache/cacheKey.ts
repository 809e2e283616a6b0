import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ownFolderIn, readPrivate, userCaches, writeOwn } from '../disk/ownFolder.ts';
import { isThere, realPathOf } from '../disk/places.ts';
import { isBelow } from '../files.ts';

const keyName = 'key';
const keyLength = 32;

/**
 * The secret key of this user that vouches for what is kept between runs. It lies in the user's folder for caches, which no
 * repository brings along: what a repository supplies bears no seal of it, and is not believed.
 * @param roots real paths of the folders that are checked, with `/`
 * @returns undefined where no key can be read or made, and where it may have come with what is checked
 */
export function cacheKey(roots: readonly string[]): Buffer | undefined {
  const folder = userCaches();
  if (comesWith(folder, roots)) return undefined;
  const own = ownFolderIn(folder);
  if (own.is !== 'ours') return undefined;
  const key = readKey(own.path);
  if (key) return key;
  try {
    writeOwn(own.path, keyName, randomBytes(keyLength));
    // Where two processes make one, that of the later holds for both.
    return readKey(own.path);
  } catch {
    return undefined;
  }
}

/**
 * Whether a folder may have come with one of these folders: both lie in a folder that is not the user's home or above it, or
 * that is a repository itself. A checkout may hold others, so the innermost repository says nothing.
 */
export function comesWith(folder: string, folders: readonly string[]): boolean {
  const home = realPathOf(homedir());
  return folders.some(other => {
    const shared = sharedFolder(realPathOf(folder), realPathOf(other));
    const isOwn = shared === home || isBelow(home, shared);
    return !isOwn || isThere(`${shared}/.git`) !== false;
  });
}

/** The innermost folder that holds two paths, or is one of them; of two drives the empty path, which is above all. */
function sharedFolder(one: string, other: string): string {
  const [steps, others] = [one.split('/'), other.split('/')];
  const end = steps.findIndex((step, i) => step !== others[i]);
  return (end === -1 ? steps : steps.slice(0, end)).join('/');
}

function readKey(folder: string): Buffer | undefined {
  const key = readPrivate(join(folder, keyName), keyLength);
  return key?.length === keyLength ? key : undefined;
}
