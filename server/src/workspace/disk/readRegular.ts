import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { type Unreadable, unreadable } from '../files.ts';
import { saysAbsent } from './errors.ts';
import { type FileState, nanoseconds, stateIn } from './fileState.ts';
import { isInside } from './places.ts';

// The one door through which files are read. It looks first: only a regular file below a size is opened, and it is opened in a
// way that waits for nobody. A pipe, a device or a file without an end would hold up whoever reads it for ever.

/** No document or file of evidence may be larger (formats/tooLarge.ts says so of smaller documents), in bytes. */
export const mostBytes = 1 << 28;

/** How a file may be read. */
export interface Reading {
  /** The size above which it is not read, in bytes. */
  readonly most?: number;
  /** The folder that no link may lead out of. Without one, a link in the file's own place is as good as nothing there. */
  readonly within?: string | undefined;
}

/** A file that was read, and its state before. The bytes hold until the next file is read. */
export interface RegularFile {
  readonly bytes: Buffer;
  readonly state: FileState;
}

/**
 * A regular file's content, with the state it had before it was read: what is written meanwhile has another.
 * @returns undefined where there is no file, `unreadable` where something is there that cannot be read or may not be
 */
export function readRegular(
  file: string,
  { most = mostBytes, within }: Reading = {},
): RegularFile | Unreadable | undefined {
  const now = nanoseconds();
  try {
    const look = within === undefined ? lstatSync : statSync;
    const stats = look(file, { bigint: true, throwIfNoEntry: false });
    if (!stats || stats.isSymbolicLink()) return undefined;
    // A link that leads out of the folder is as good as nothing there.
    if (within !== undefined && !isInside(file, within)) return undefined;
    if (!stats.isFile() || stats.size > most) return unreadable;
    const bytes = open(file, within === undefined, stats, most);
    return bytes ? { bytes, state: stateIn(stats, now) } : unreadable;
  } catch (error) {
    return saysAbsent(error) ? undefined : unreadable;
  }
}

/** Opens and reads what was looked at, unless something else has taken its place. */
function open(file: string, isItself: boolean, seen: BigIntStats, most: number): Buffer | undefined {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const opened = openSync(file, O_RDONLY | O_NONBLOCK | (isItself ? O_NOFOLLOW : 0));
  try {
    const stats = fstatSync(opened, { bigint: true });
    return stats.isFile() && stats.ino === seen.ino ? bytesOf(opened, Number(stats.size), most) : undefined;
  } finally {
    closeSync(opened);
  }
}

let buffer = Buffer.allocUnsafeSlow(1 << 16);

/** @param size the size that it had when it was opened, which is 0 where nothing tells */
function bytesOf(opened: number, size: number, most: number): Buffer | undefined {
  for (let length = 0; ; ) {
    const read = readSync(opened, buffer, length, buffer.length - length, null);
    length += read;
    // It grows while it is read.
    if (length > most) return undefined;
    // What is added from now on, a later reading finds.
    if (read === 0 || length === size) return buffer.subarray(0, length);
    if (length < buffer.length) continue;
    const more = Buffer.allocUnsafeSlow(2 * buffer.length);
    buffer.copy(more);
    buffer = more;
  }
}
