import { lstatSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SourceState } from '../../core/programme/sources.ts';
import { isAttachment } from '../files.ts';
import { hasHash, hasHashOfKey, mostHashed } from '../hasHash.ts';
import { folderEntries } from './folderEntries.ts';
import { isInside } from './places.ts';
import { readRegular } from './readRegular.ts';

/** What is where a file should be, as `Files.look` says it. A folder is there as a file is. */
export function lookOnDisk(file: string, within: string, sha256: string | undefined): SourceState {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats && sha256 !== undefined) {
      return hasOther(file, within, sha256, stats.isSymbolicLink()) ? 'differs' : 'there';
    }
    // DVC leaves a pointer beside.
    if (stats ?? lstatSync(`${file}.dvc`, { throwIfNoEntry: false })) return 'there';
    return holdsAttachments(dirname(file), within) ? 'missing' : 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Whether a file surely has another hash. A link of git-annex names the hash, whether the content is there or not. */
function hasOther(file: string, within: string, sha256: string, isLink: boolean): boolean {
  const ofKey = isLink ? hasHashOfKey(readlinkSync(file), sha256) : undefined;
  if (ofKey !== undefined) return !ofKey;
  const read = readRegular(file, { within, most: mostHashed });
  return typeof read === 'object' && hasHash(read.bytes, sha256) === false;
}

/** Whether a folder is one of the programme's in which files are kept. An empty one is a repository that was not fetched. */
function holdsAttachments(folder: string, within: string): boolean {
  for (const { name, is } of folderEntries(folder))
    if (is !== 'folder' && isAttachment(name)) return isInside(folder, within);
  return false;
}
