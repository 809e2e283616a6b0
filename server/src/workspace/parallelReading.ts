import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Role } from '../core/formats/role.ts';
import { type LineData, LineTable } from '../core/text/lineTable.ts';
import { diskFiles } from './diskFiles.ts';
import { below } from './files.ts';
import { type ReadDocument, readAs } from './programmeHost.ts';

/** A file to be read, and as what. */
export interface ReadingItem {
  readonly path: string;
  readonly role: Role;
}

/** What was read, by path in the order of the items; a file that could not be read has no document. */
export type Reading = readonly (ReadDocument | undefined)[];

/** What a thread is given: the items and a counter of those taken, shared by all threads. */
interface Job {
  readonly tickmark: 'reading';
  readonly root: string;
  readonly items: readonly ReadingItem[];
  readonly taken: Int32Array;
}

/** A piece of the work as it is sent back: which items, and what they gave. */
interface Piece {
  readonly from: number;
  readonly documents: readonly (SentDocument | undefined)[];
}
type SentDocument = Omit<ReadDocument, 'lines'> & { readonly lines: LineData | undefined };

/** How many items a thread takes at a time. */
const pieceSize = 100;

/** From so many files on a second thread gains more than its start (some 60 ms) costs. */
export const worthAThread = 800;

/**
 * Reads files on disk with a second thread beside this one; both take pieces until none is left.
 * @param script a program that begins with `serveReading`
 * @param progress told how many have been taken, by either
 */
export async function readInParallel(
  script: string,
  root: string,
  items: readonly ReadingItem[],
  progress?: (done: number) => void,
): Promise<Reading> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const documents: (ReadDocument | undefined)[] = new Array(items.length).fill(undefined);
  const job: Job = { tickmark: 'reading', root, items, taken };
  const finished = pieces(new Worker(script, { workerData: job }), ({ from, documents: sent }) => {
    for (const [i, document] of sent.entries()) documents[from + i] = document && received(document);
  });
  for (let from = nextPiece(job); from < items.length; from = nextPiece(job)) {
    const read = readPiece(job, from);
    for (const [i, document] of read.entries()) documents[from + i] = document;
    progress?.(Math.min(items.length, Atomics.load(taken, 0)));
  }
  await finished;
  return documents;
}

/** Reads for another thread, where this is a thread that was started for that; says whether it was. */
export function serveReading(): boolean {
  const port = parentPort;
  if (isMainThread || !port || !isJob(workerData)) return false;
  for (let from = nextPiece(workerData); from < workerData.items.length; from = nextPiece(workerData)) {
    const documents = readPiece(workerData, from).map(
      document => document && { ...document, lines: document.lines?.data },
    );
    const piece: Piece = { from, documents };
    port.postMessage(piece);
  }
  return true;
}

function nextPiece({ taken }: Job): number {
  return Atomics.add(taken, 0, pieceSize);
}

function readPiece({ root, items }: Job, from: number): Reading {
  return items.slice(from, from + pieceSize).map(({ path, role }) => {
    const content = diskFiles.read(below(root, path));
    return typeof content === 'string' ? readAs(path, content, role) : undefined;
  });
}

function received(document: SentDocument): ReadDocument {
  return { ...document, lines: document.lines && new LineTable(document.lines) };
}

function pieces(worker: Worker, take: (piece: Piece) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', take);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

function isJob(data: unknown): data is Job {
  return typeof data === 'object' && data !== null && 'tickmark' in data && data.tickmark === 'reading';
}
