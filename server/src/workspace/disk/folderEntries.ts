import { type Dir, type Dirent, opendirSync } from 'node:fs';
import { type Unreadable, unreadable } from '../files.ts';
import { saysAbsent } from './errors.ts';

/** What lies in a folder. What is neither a regular file, a folder nor a link is another thing, such as a pipe. */
export interface FolderEntry {
  readonly name: string;
  readonly is: 'file' | 'folder' | 'link' | 'other';
}

/** How many entries the file system is asked for at a time. */
const handful = 256;

/**
 * What lies in a folder, one after the other, so that whoever lists a large one can stop in between.
 * @returns undefined where there is no folder, `unreadable` where it cannot be listed or no more of it can
 */
export function* folderEntries(folder: string): Generator<FolderEntry, Unreadable | undefined> {
  let opened: Dir | undefined;
  try {
    opened = opendirSync(folder, { bufferSize: handful });
    for (let entry = opened.readSync(); entry; entry = opened.readSync())
      yield { name: entry.name, is: kindOf(entry) };
    return undefined;
  } catch (error) {
    return opened === undefined && saysAbsent(error) ? undefined : unreadable;
  } finally {
    opened?.closeSync();
  }
}

function kindOf(entry: Dirent): FolderEntry['is'] {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
