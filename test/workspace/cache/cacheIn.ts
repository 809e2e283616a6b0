// A folder for results of earlier runs, sealed with a key of the tests' own.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CacheFolder } from '../../../server/src/workspace/cache/cacheFolder.ts';
import { ownFolderIn } from '../../../server/src/workspace/disk/ownFolder.ts';

/** The key of the tests. */
export const key = Buffer.alloc(32, 7);

/** Tickmark's own folder inside another. */
export function cacheIn(folder: string, sealedBy = key): CacheFolder {
  const own = ownFolderIn(folder);
  assert.equal(own.is, 'ours');
  return new CacheFolder(own.path, sealedBy);
}

/** The files of results that are kept in a folder that was named. */
export function keptIn(folder: string): string[] {
  const own = join(folder, 'tickmark-cache');
  return readdirSync(own)
    .filter(name => /\.(?:facts|answer)$/.test(name))
    .map(name => join(own, name));
}
