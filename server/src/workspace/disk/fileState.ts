import { hash } from 'node:crypto';
import { type BigIntStats, statSync } from 'node:fs';

/** What the file system tells of a file: a change of the file changes it, but for one in the very moment of the last. */
export interface FileState {
  /** Its times of change, size and number, as halves of 64 bits. */
  readonly stamp: Int32Array;
  /** Whether the last change lies so far back that another would have another time. */
  readonly isSettled: boolean;
}

/** The coarsest clock of a file system (FAT) has steps of two seconds. */
const coarsest = 2000n * 1_000_000n;

/** The state of a file now, links followed; undefined where there is none. */
export function stateOf(file: string): FileState | undefined {
  const now = nanoseconds();
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

/**
 * The state that the file system told.
 * @param now when it was asked, in nanoseconds
 */
export function stateIn({ mtimeNs, ctimeNs, size, ino }: BigIntStats, now: bigint): FileState {
  const words = new BigInt64Array([mtimeNs, ctimeNs, size, BigInt.asIntN(64, ino)]);
  return {
    stamp: new Int32Array(words.buffer),
    isSettled: mtimeNs + coarsest < now && ctimeNs + coarsest < now,
  };
}

/** Now, in nanoseconds since 1970. */
export function nanoseconds(): bigint {
  return BigInt(Date.now()) * 1_000_000n;
}

/** A name for a content: equal contents have equal names, others have others. */
export function hashOf(bytes: Buffer): string {
  return hash('sha256', bytes, 'base64').slice(0, 32);
}
