import { type Dir, opendirSync } from 'node:fs';
import { type Unreadable, unreadable } from '../files.ts';
import { saysAbsent } from './errors.ts';

/** What lies in a folder; links and other things are neither files nor folders. */
export interface FolderEntry {
  readonly name: string;
  readonly is: 'file' | 'folder' | 'other';
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
      yield { name: entry.name, is: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other' };
    return undefined;
  } catch (error) {
    return opened === undefined && saysAbsent(error) ? undefined : unreadable;
  } finally {
    opened?.closeSync();
  }
}
