import type { Role } from '../core/formats/role.ts';
import { type FileState, hashOf } from './disk/fileState.ts';
import { readRegular } from './disk/readRegular.ts';
import { below } from './files.ts';
import { type ReadDocument, readAs } from './programHost.ts';

/** A file on disk to be read, and as what. */
export interface ReadingItem {
  readonly path: string;
  readonly role: Role;
  /** The hash of its content when it was last read: where it has that still it need not be judged again. */
  readonly cachedHash: string | undefined;
}

/** A file that was read. */
export interface FileReading {
  /** Of its content. */
  readonly hash: string;
  readonly state: FileState;
  /** Undefined where the content is what it was. */
  readonly document: ReadDocument | undefined;
}

/** Reads a file of a program; undefined where it cannot be read. */
export function readFile(root: string, { path, role, cachedHash }: ReadingItem): FileReading | undefined {
  const read = readRegular(below(root, path));
  if (typeof read !== 'object') return undefined;
  const { bytes, state } = read;
  const hash = hashOf(bytes);
  return {
    hash,
    state,
    document: hash === cachedHash ? undefined : readAs(path, bytes.toString('utf8'), role),
  };
}
