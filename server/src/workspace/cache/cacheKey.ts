import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ownFolderIn, readPrivate, userCaches, writeOwn } from '../disk/ownFolder.ts';
import { realPath, repositoryOf } from '../disk/places.ts';
import { isBelow } from '../files.ts';

const keyName = 'key';
const keyLength = 32;

/**
 * The secret key of this user that vouches for what is kept between runs. It lies in the user's folder for caches, which no
 * repository brings along: what a repository supplies bears no seal of it, and is not believed.
 * @param roots real paths of the folders that are checked, with `/`
 * @returns undefined where no key can be read or made, and where the key would lie in a repository that is checked
 */
export function cacheKey(roots: readonly string[]): Buffer | undefined {
  const own = ownFolderIn(userCaches());
  if (own.is !== 'ours' || comesWith(own.path, roots)) return undefined;
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

/** Whether a folder lies in the checkout around one of these folders, and so may have come with it. */
export function comesWith(folder: string, folders: readonly string[]): boolean {
  const real = realPath(folder);
  return folders.some(other => {
    const checkout = checkoutAround(slashed(other));
    return checkout !== undefined && isBelow(real, checkout);
  });
}

/** The root of what somebody else may have supplied around a folder; the user's own home is not that. */
function checkoutAround(folder: string): string | undefined {
  const home = slashed(homedir());
  const repository = repositoryOf(folder);
  if (repository !== undefined) return isBelow(home, repository) ? undefined : repository;
  return folder === home || isBelow(home, folder) ? undefined : folder;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

function readKey(folder: string): Buffer | undefined {
  const key = readPrivate(join(folder, keyName), keyLength);
  return key?.length === keyLength ? key : undefined;
}
