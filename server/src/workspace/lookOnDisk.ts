import { lstatSync, opendirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SourceState } from '../core/programme/sources.ts';
import { isAttachment, isBelow } from './files.ts';
import { hasHash, hasHashOfKey, mostHashed } from './hasHash.ts';

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

/** Whether a file or folder lies in a folder, links followed. */
export function isInside(file: string, folder: string): boolean {
  const [real, root] = [realPath(file), realPath(folder)];
  return real === root || isBelow(real, root);
}

/** Whether a file surely has another hash. A link of git-annex names the hash, whether the content is there or not. */
function hasOther(file: string, within: string, sha256: string, isLink: boolean): boolean {
  try {
    const ofKey = isLink ? hasHashOfKey(readlinkSync(file), sha256) : undefined;
    if (ofKey !== undefined) return !ofKey;
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > mostHashed || !isInside(file, within)) return false;
    return hasHash(readFileSync(file), sha256) === false;
  } catch {
    return false;
  }
}

/** Whether a folder is one of the programme's in which files are kept. An empty one is a repository that was not fetched. */
function holdsAttachments(folder: string, within: string): boolean {
  const opened = opendirSync(folder);
  try {
    for (let entry = opened.readSync(); entry; entry = opened.readSync())
      if (!entry.isDirectory() && isAttachment(entry.name)) return isInside(folder, within);
    return false;
  } finally {
    opened.closeSync();
  }
}

function realPath(path: string): string {
  return realpathSync(path).replaceAll('\\', '/');
}
