import type { Role } from '../core/formats/role.ts';
import { type FactsCache, type PackedPlace, sameRole } from './cache/factsCache.ts';
import { stateOf } from './disk/fileState.ts';
import { below } from './files.ts';
import type { CachedFacts } from './kept/cachedFacts.ts';
import { type PieceItem, ReadingThread, readInParallel, worthAThread } from './parallelReading.ts';
import type { ReadDocument } from './programHost.ts';
import { type FileReading, type ReadingItem, readFile } from './readFiles.ts';
import { inSlices, type Pausing } from './steps.ts';
import type { Witness } from './witness.ts';

/** How files are read from disk. */
export interface DiskReading {
  /** A program that serves reading (see `serveReading`), for a second thread to run where there are many files. */
  readonly script: string;
  /** What is known from earlier; undefined to know nothing. */
  readonly cache: FactsCache | undefined;
  /** Whether a file whose times and size are what they were is taken for unchanged, or every content is compared. */
  readonly trusts: 'metadata' | 'content';
  /** Told of each file that is looked at; undefined where nobody asks. */
  readonly witness?: Witness | undefined;
}

/** A document of a program and what it is to it. */
export interface DocumentItem {
  readonly path: string;
  readonly role: Role;
}

/** An item that was looked for. */
export interface ReadItem {
  readonly path: string;
  /** Undefined where it cannot be read. */
  readonly document: ReadDocument | undefined;
}

/**
 * Reads documents from disk: what the cache knows is not read, the rest by two threads where it is much.
 * @param deliver given each item once, some at a time and in no certain order, while others are still being read
 */
export async function readFromDisk(
  root: string,
  items: readonly DocumentItem[],
  { script, cache, trusts, witness }: DiskReading,
  deliver: (read: readonly ReadItem[]) => void,
): Promise<void> {
  const cached: ReadItem[] = [];
  const wanted: ReadingItem[] = [];
  for (const { path, role } of items) {
    const hash = cache?.hashOf(path, role);
    const state = hash !== undefined && trusts === 'metadata' ? stateOf(below(root, path)) : undefined;
    const document = state && cache?.recall(path, state);
    if (!document) wanted.push({ path, role, cachedHash: hash });
    else {
      cached.push({ path, document });
      witness?.saw(below(root, path), state, hash);
    }
  }
  deliver(cached);
  const deliverPiece = (piece: readonly PieceItem[]) =>
    deliver(
      piece.map(({ item: { path, role }, reading, packed }) => {
        witness?.saw(below(root, path), reading?.state, reading?.hash);
        return { path, document: reading && documentIn(path, role, reading, packed, cache) };
      }),
    );
  if (wanted.length >= worthAThread) await readInParallel(script, root, wanted, deliverPiece);
  else for (const item of wanted) deliverPiece([{ item, reading: readFile(root, item), packed: undefined }]);
}

/**
 * What is known of a program's documents, for who reads one after the other; it trusts the files' times.
 * @param script see DiskReading
 */
export function cachedFacts(root: string, script: string, cache: FactsCache, pausing: Pausing): CachedFacts {
  let thread: ReadingThread | undefined;
  return {
    isCached: (path, role) => cache.hashOf(path, role) !== undefined,
    readAhead(items) {
      if (items.length < worthAThread) return;
      thread = new ReadingThread(
        script,
        root,
        items.map(({ path, role }) => ({ path, role, cachedHash: undefined })),
      );
    },
    forget: path => thread?.forget(path),
    read(path, role) {
      const item = thread?.item(path);
      if (thread && item && sameRole(item.role, role)) return readThere(root, item, thread, cache);
      const cachedHash = cache.hashOf(path, role);
      const state = cachedHash === undefined ? undefined : stateOf(below(root, path));
      const document = state && cache.recall(path, state);
      return document ?? readHere(root, { path, role, cachedHash }, cache);
    },
    keep: paths => inSlices(cache.save(paths), pausing),
  };
}

function readHere(root: string, item: ReadingItem, cache: FactsCache): ReadDocument | undefined {
  const reading = readFile(root, item);
  return reading && documentIn(item.path, item.role, reading, undefined, cache);
}

async function readThere(
  root: string,
  item: ReadingItem,
  thread: ReadingThread,
  cache: FactsCache,
): Promise<ReadDocument | undefined> {
  const there = await thread.readingOf(item.path);
  if (!there) return readHere(root, item, cache);
  return there.reading && documentIn(item.path, item.role, there.reading, there.packed, cache);
}

/** The document of a file that was read; what it says is kept. */
function documentIn(
  path: string,
  role: Role,
  { document, hash, state }: FileReading,
  packed: PackedPlace | undefined,
  cache: FactsCache | undefined,
): ReadDocument | undefined {
  if (document) cache?.keep(document, role, hash, state, packed);
  return document ?? cache?.recallSame(path, state);
}
