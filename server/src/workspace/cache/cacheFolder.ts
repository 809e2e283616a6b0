import { join } from 'node:path';
import { removeFile, removeLeftDrafts } from '../disk/drafts.ts';
import {
  ownFiles,
  ownFolderIn,
  readOwn,
  removeCompiled,
  userCaches,
  writeOwnParts,
} from '../disk/ownFolder.ts';
import { cacheKey } from './cacheKey.ts';
import { type FilePart, packedFile, readPackedFile } from './packedFile.ts';
import type { Packed } from './packing.ts';

/** What a file holds: what the documents of a program said, or what a command answered. */
export type CacheKind = 'facts' | 'answer';

const cacheFile = /^[0-9a-f]{32}\.(?:facts|answer)$/;
/** How much all the files of a folder may take, in bytes. */
const mostBytes = 512 * 2 ** 20;

/**
 * A folder in which results are kept from one run to the next. What it holds bears a seal that only this user's key makes, so
 * nobody else can have put it there. It is only for speed: nothing here throws but `open`.
 */
export class CacheFolder {
  readonly #path: string;
  readonly #key: Buffer;

  /**
   * @param path a folder that `ownFolderIn` gave
   * @param key what the seals are made with
   */
  constructor(path: string, key: Buffer) {
    this.#path = path;
    this.#key = key;
  }

  /**
   * Opens the folder for what is read below some roots; makes it where there is none.
   * @param named the folder that the user named, in which Tickmark has its own; undefined for this user's folder for caches
   * @param roots real paths of the folders that are read, with `/`
   * @returns undefined where there is none and none can be made, or nothing would vouch for what it holds
   * @throws ForeignFolder where something that Tickmark did not make bears the name of its folder
   */
  static open(named: string | undefined, roots: readonly string[]): CacheFolder | undefined {
    const key = cacheKey(roots);
    if (!key) return undefined;
    const own = ownFolderIn(named ?? userCaches());
    if (own.is === 'foreign') throw new ForeignFolder(own.path);
    return own.is === 'ours' ? new CacheFolder(own.path, key) : undefined;
  }

  /**
   * What a file holds, which is of use then; in steps.
   * @param name 32 hexadecimal digits
   * @returns undefined for a file that is not there, that is damaged, or that another build or another user wrote
   */
  *read(kind: CacheKind, name: string, build: string): Generator<undefined, Packed[] | undefined> {
    const bytes = readOwn(join(this.#path, `${name}.${kind}`));
    return bytes && (yield* readPackedFile(build, this.#key, bytes));
  }

  /**
   * Puts a file in place whole, and removes those that have been of no use for longest where all take too much room; in steps.
   * Where nothing can be written nothing is.
   * @param name 32 hexadecimal digits
   */
  *write(kind: CacheKind, name: string, build: string, packs: readonly Packed[]): Generator<undefined, void> {
    const file = `${name}.${kind}`;
    const parts: Iterable<FilePart> = packedFile(build, this.#key, packs);
    try {
      yield* writeOwnParts(this.#path, file, parts);
      makeRoom(this.#path, file);
    } catch {
      // The next run reads what could not be kept.
    }
  }
}

/** Something that Tickmark did not make bears the name of its folder for caches. */
export class ForeignFolder extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`${path} was not made by Tickmark.`);
    this.path = path;
  }
}

function makeRoom(folder: string, kept: string): void {
  removeLeftDrafts(folder);
  removeCompiled(folder);
  const files = ownFiles(folder, cacheFile).sort((a, b) => b.used - a.used);
  let left = mostBytes;
  for (const { path, size } of files) {
    left -= size;
    if (left < 0 && path !== join(folder, kept)) removeFile(path);
  }
}
