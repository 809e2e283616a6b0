import { hash } from 'node:crypto';
import { type BigIntStats, closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** What the file system tells of a file: a change of the file changes it, but for one in the very moment of the last. */
export interface FileState {
  /** Its times of change, size and number, as halves of 64 bits. */
  readonly stamp: Int32Array;
  /** Whether the last change lies so far back that another would have another time. */
  readonly isSettled: boolean;
}

/** The coarsest clock of a file system (FAT) has steps of two seconds. */
const coarsest = 2000n * 1_000_000n;

/** The state of a file now; undefined where there is none. */
export function stateOf(file: string): FileState | undefined {
  const now = BigInt(Date.now()) * 1_000_000n;
  try {
    const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
    return stats?.isFile() ? stateIn(stats, now) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether nothing tells two states apart by their stamps. */
export function sameStamp(one: Int32Array, other: Int32Array): boolean {
  return one.every((half, i) => half === other[i]);
}

function stateIn({ mtimeNs, ctimeNs, size, ino }: BigIntStats, now: bigint): FileState {
  const words = BigInt64Array.of(mtimeNs, ctimeNs, size, BigInt.asIntN(64, ino));
  return {
    stamp: new Int32Array(words.buffer),
    isSettled: mtimeNs + coarsest < now && ctimeNs + coarsest < now,
  };
}

/** No document may be larger (formats/tooLarge.ts says so of smaller ones): more of a file is not read. */
const mostBytes = 1 << 28;

let buffer = Buffer.allocUnsafeSlow(1 << 16);

/**
 * A file's content with the state it had before it was read: what is written meanwhile has another.
 * @returns undefined where it cannot be read; the bytes hold until the next file is read
 */
export function readWithState(
  file: string,
): { readonly bytes: Buffer; readonly state: FileState } | undefined {
  const now = BigInt(Date.now()) * 1_000_000n;
  try {
    const opened = openSync(file, 'r');
    try {
      const stats = fstatSync(opened, { bigint: true });
      return stats.isFile() ? { bytes: bytesOf(opened), state: stateIn(stats, now) } : undefined;
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}

function bytesOf(opened: number): Buffer {
  for (let length = 0; ; ) {
    const read = readSync(opened, buffer, length, buffer.length - length, null);
    if (read === 0) return buffer.subarray(0, length);
    length += read;
    if (length < buffer.length) continue;
    if (length >= mostBytes) return buffer.subarray(0, length);
    const more = Buffer.allocUnsafeSlow(2 * buffer.length);
    buffer.copy(more);
    buffer = more;
  }
}

/** A name for a content: equal contents have equal names, others have others. */
export function hashOf(bytes: Buffer): string {
  return hash('sha256', bytes, 'base64').slice(0, 32);
}
