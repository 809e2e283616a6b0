import { setImmediate } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type PackedPlace, packDocument, unpackDocument } from './cache/factsCache.ts';
import { type Packed, Packer, Unpacker } from './cache/packing.ts';
import type { FileState } from './disk/fileState.ts';
import { type FileReading, type ReadingItem, readFile } from './readFiles.ts';

/** A file that was looked for: what was read, and where its document was packed if another thread has read it. */
export interface PieceItem extends UnpackedReading {
  readonly item: ReadingItem;
}

/** What a thread is given: the items and a counter of those taken, shared by all threads. */
interface Job {
  readonly tickmark: 'reading';
  readonly root: string;
  readonly items: readonly ReadingItem[];
  readonly taken: Int32Array;
}

/** A piece of the work as it is sent back: where its items begin, what was read of each, and their documents. */
interface Piece {
  readonly from: number;
  readonly readings: readonly (SentReading | undefined)[];
  readonly documents: Packed;
}

interface SentReading {
  readonly hash: string;
  readonly state: FileState;
  /** Where the document was packed; -1 where the content is what it was. */
  readonly at: number;
}

/** How many items a thread takes at a time. */
const pieceSize = 100;

/** From so many files on a second thread gains more than its start (some 60 ms) costs. */
export const worthAThread = 800;

/**
 * Reads files on disk with a second thread beside this one; both take pieces until none is left.
 * @param script a program that begins with `serveReading`
 * @param deliver given each piece, as it has been read
 */
export async function readInParallel(
  script: string,
  root: string,
  items: readonly ReadingItem[],
  deliver: (piece: readonly PieceItem[]) => void,
): Promise<void> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const job: Job = { tickmark: 'reading', root, items, taken };
  const finished = piecesOf(new Worker(script, { workerData: job }), piece =>
    deliver(unpacked(piece, items)),
  );
  // A thread that fails while this one reads is told of below.
  finished.catch(() => undefined);
  for (let from = nextPiece(job); from < items.length; from = nextPiece(job)) {
    const piece = items.slice(from, from + pieceSize);
    deliver(piece.map(item => ({ item, reading: readFile(root, item), packed: undefined })));
    // What the other thread has sent is taken up while it reads on.
    await setImmediate();
  }
  await finished;
}

/** A file that another thread has read, and where its document was packed. */
export interface UnpackedReading {
  readonly reading: FileReading | undefined;
  readonly packed: PackedPlace | undefined;
}

/**
 * Another thread that reads files ahead, in their order, while this one does something else and takes up what has come: so
 * this one is free, and what reading leaves behind is gone with the thread.
 */
export class ReadingThread {
  readonly #items = new Map<string, ReadingItem>();
  readonly #sent = new Map<
    string,
    { readonly reading: SentReading | undefined; readonly documents: Packed }
  >();
  readonly #unpackers = new WeakMap<Packed, Unpacker>();
  #wake: () => void = () => undefined;
  #isOver = false;

  /** @param script a program that begins with `serveReading` */
  constructor(script: string, root: string, items: readonly ReadingItem[]) {
    for (const item of items) this.#items.set(item.path, item);
    const taken = new Int32Array(new SharedArrayBuffer(4));
    const job: Job = { tickmark: 'reading', root, items, taken };
    const deliver = ({ from, readings, documents }: Piece) => {
      for (const [i, reading] of readings.entries()) {
        const item = items[from + i];
        if (item && this.#items.has(item.path)) this.#sent.set(item.path, { reading, documents });
      }
      this.#wake();
    };
    // What a thread that fails leaves undone is read by this one.
    piecesOf(new Worker(script, { workerData: job }), deliver)
      .catch(() => undefined)
      .finally(() => {
        this.#isOver = true;
        this.#wake();
      });
  }

  /** What the thread was to read under this path. */
  item(path: string): ReadingItem | undefined {
    return this.#items.get(path);
  }

  /** Takes no account of what it has read there, or will read: the file is another by now. */
  forget(path: string): void {
    this.#items.delete(path);
    this.#sent.delete(path);
    this.#wake();
  }

  /** What it has read there, once it has; undefined where it has not and will not. Each can be taken once. */
  async readingOf(path: string): Promise<UnpackedReading | undefined> {
    const isToCome = () => !this.#isOver && this.#items.has(path) && !this.#sent.has(path);
    while (isToCome()) await new Promise<void>(resolve => (this.#wake = resolve));
    const sent = this.#sent.get(path);
    this.#items.delete(path);
    this.#sent.delete(path);
    if (!sent) return undefined;
    const { reading, documents } = sent;
    if (!reading) return nothing;
    return unpackedReading(reading, documents, this.#unpackerOf(documents));
  }

  #unpackerOf(documents: Packed): Unpacker {
    let unpacker = this.#unpackers.get(documents);
    if (!unpacker) this.#unpackers.set(documents, (unpacker = new Unpacker(documents)));
    return unpacker;
  }
}

/** Reads for another thread, where this is a thread that was started for that; says whether it was. */
export function serveReading(): boolean {
  const port = parentPort;
  if (isMainThread || !port || !isJob(workerData)) return false;
  for (let from = nextPiece(workerData); from < workerData.items.length; from = nextPiece(workerData)) {
    const piece = readPiece(workerData, from);
    const { numbers, integers, ends, keySets } = piece.documents;
    port.postMessage(piece, [numbers.buffer, integers.buffer, ends.buffer, keySets.buffer]);
  }
  return true;
}

function nextPiece({ taken }: Job): number {
  return Atomics.add(taken, 0, pieceSize);
}

function readPiece({ root, items }: Job, from: number): Piece {
  const packer = new Packer();
  const readings = items.slice(from, from + pieceSize).map(item => {
    const reading = readFile(root, item);
    if (!reading) return undefined;
    const { hash, state, document } = reading;
    return { hash, state, at: document ? packDocument(packer, document) : -1 };
  });
  return { from, readings, documents: packer.done() };
}

function unpacked({ from, readings, documents }: Piece, items: readonly ReadingItem[]): PieceItem[] {
  const unpacker = new Unpacker(documents);
  return readings.flatMap((sent, i) => {
    const item = items[from + i];
    return item ? [{ item, ...(sent ? unpackedReading(sent, documents, unpacker) : nothing) }] : [];
  });
}

const nothing: UnpackedReading = { reading: undefined, packed: undefined };

function unpackedReading(
  { hash, state, at }: SentReading,
  documents: Packed,
  unpacker: Unpacker,
): UnpackedReading {
  const document = at < 0 ? undefined : unpackDocument(unpacker, at);
  return { reading: { hash, state, document }, packed: document && { packed: documents, at } };
}

function piecesOf(worker: Worker, deliver: (piece: Piece) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', deliver);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

function isJob(data: unknown): data is Job {
  return typeof data === 'object' && data !== null && 'tickmark' in data && data.tickmark === 'reading';
}
