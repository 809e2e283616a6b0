import { lstatSync, readlinkSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { SourceState } from '../../core/program/sources.ts';
import { isKeptLike, type Unreadable, unreadable } from '../files.ts';
import { hasHash, hashOfKey, mostHashed } from '../hasHash.ts';
import { saysAbsent } from './errors.ts';
import { folderEntries } from './folderEntries.ts';
import { isInside } from './places.ts';
import { readRegular } from './readRegular.ts';

/** What is where a file should be, as `Files.look` says it. A folder is there as a file is. */
export function lookOnDisk(
  file: string,
  within: string,
  sha256: string | undefined,
): SourceState | Unreadable {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats && sha256 !== undefined) return judged(file, within, sha256, stats.isSymbolicLink());
    // DVC leaves a pointer beside.
    if (stats ?? lstatSync(`${file}.dvc`, { throwIfNoEntry: false })) return 'there';
    return holdsLike(file, within) ? 'missing' : 'unknown';
  } catch (error) {
    return saysAbsent(error) ? 'unknown' : unreadable;
  }
}

/**
 * Whether a file that is there surely has another hash. A link of git-annex names the hash, whether the content is there or not.
 * The hash of what is no regular file, is large or lies outside is not judged.
 */
function judged(file: string, within: string, sha256: string, isLink: boolean): SourceState | Unreadable {
  const ofKey = isLink ? hashOfKey(readlinkSync(file)) : undefined;
  if (ofKey !== undefined) return ofKey === sha256 ? 'there' : 'differs';
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > mostHashed || !isInside(file, within)) return 'there';
  const read = readRegular(file, { within, most: mostHashed });
  if (read === unreadable) return unreadable;
  return read && hasHash(read.bytes, sha256) === false ? 'differs' : 'there';
}

/** Whether the folder of a file is one of the program's in which such are kept. An empty one is a repository that was not fetched. */
function holdsLike(file: string, within: string): boolean {
  const folder = dirname(file);
  for (const { name, is } of folderEntries(folder))
    if (isKeptLike(basename(file), { name, isFolder: is === 'folder' })) return isInside(folder, within);
  return false;
}
