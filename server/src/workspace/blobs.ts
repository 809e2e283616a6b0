import { GitProblem, git, gitFailed } from './git.ts';
import { hashesOf, mostHashed } from './hasHash.ts';

/** As much of a document is read from disk at most (fileState.ts), in bytes. */
const mostOfOne = 1 << 28;
/** How many bytes git is asked for at a time, and how many are kept in all. */
const mostAtOnce = 1 << 24;
const mostInAll = 1 << 30;

/** Contents of files of a revision, by their ids: however often one stands in it, it is read once. */
export class Blobs {
  readonly #top: string;
  readonly #revision: string;
  readonly #texts = new Map<string, string>();
  #bytes = 0;

  /** @param top the root of the repository */
  constructor(top: string, revision: string) {
    this.#top = top;
    this.#revision = revision;
  }

  /** A content that has been read, of a larger one as much as is read of a document. */
  text(id: string): string | undefined {
    return this.#texts.get(id);
  }

  /**
   * Reads what has not been read, many contents with each call of git.
   * @param files paths with the ids of their contents
   * @throws GitProblem where one is not in this clone, and where they are more than can be kept
   */
  read(files: readonly (readonly [path: string, id: string])[]): void {
    const wanted = new Map<string, string>();
    for (const [path, id] of files) if (!this.#texts.has(id)) wanted.set(id, path);
    const [first] = wanted;
    if (first && wanted.size === 1) this.#readOne(...first);
    else this.#readMany(wanted);
  }

  #readMany(wanted: ReadonlyMap<string, string>): void {
    if (wanted.size === 0) return;
    const all = sizesOf(this.#top, `look for the documents of ${this.#revision}`, [...wanted.keys()]);
    const sized = all.map(({ id, size }) => {
      // Nothing is fetched for a partial clone.
      if (size === undefined) {
        throw new GitProblem(
          `${wanted.get(id)} of ${this.#revision} is not in this clone, and Tickmark does not fetch it. Fetch the whole revision.`,
        );
      }
      return { id, size };
    });
    for (const { id, size } of sized) if (size > mostAtOnce) this.#readOne(id, wanted.get(id) ?? '');
    const small = sized.filter(({ size }) => size <= mostAtOnce);
    readAll(this.#top, `read the documents of ${this.#revision}`, small, (id, content) =>
      this.#keep(id, content),
    );
  }

  /** Of a large content only as much as is read of a document. */
  #readOne(id: string, path: string): void {
    const purpose = `read ${path} of ${this.#revision}`;
    const { output, complaint } = git(this.#top, purpose, ['cat-file', 'blob', id], {
      most: mostOfOne,
      more: 'left out',
    });
    if (!output) throw gitFailed(purpose, complaint.line);
    this.#keep(id, output);
  }

  #keep(id: string, content: Buffer): void {
    this.#bytes += content.length;
    if (this.#bytes > mostInAll) {
      throw new GitProblem(
        `the documents of ${this.#revision} have more than ${mostInAll} bytes. Check the folders of the program one by one.`,
      );
    }
    this.#texts.set(id, content.toString('utf8'));
  }
}

/**
 * The hashes of contents (see `hashesOf`), by their ids. One that is not in this clone, and one that is too large to be judged,
 * has none.
 * @param top a folder of the repository
 * @throws GitProblem where git cannot be run, or its answer cannot be read
 */
export function blobHashes(
  top: string,
  ids: Iterable<string>,
): ReadonlyMap<string, readonly (string | undefined)[]> {
  const hashes = new Map<string, readonly (string | undefined)[]>();
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return hashes;
  const small = sizesOf(top, 'get the sizes of files', wanted).flatMap(({ id, size }) =>
    size === undefined || size > mostHashed ? [] : [{ id, size }],
  );
  readAll(top, 'read files', small, (id, content) => hashes.set(id, [...hashesOf(content)]));
  return hashes;
}

interface Sized {
  readonly id: string;
  readonly size: number;
}

/**
 * The sizes of contents, undefined for one that is not in this clone, by `git cat-file --batch-check`: for each a line
 * `id type size`, or `id missing`.
 */
function sizesOf(
  top: string,
  purpose: string,
  ids: readonly string[],
): { readonly id: string; readonly size: number | undefined }[] {
  const { output, complaint } = git(top, purpose, ['cat-file', '--batch-check'], {
    input: `${ids.join('\n')}\n`,
  });
  if (!output) throw gitFailed(purpose, complaint.line);
  const lines = output.toString('latin1').split(/\r?\n/);
  return ids.map((id, i) => {
    const line = lines[i] ?? '';
    const [name, type, size] = line.split(' ');
    if (name === id && type === 'blob') return { id, size: Number(size) };
    if (line.startsWith(`${id} missing`)) return { id, size: undefined };
    throw gitFailed(purpose, `it gave no size of ${id}`);
  });
}

/** Reads contents, as many with each call of git as are not too large together. */
function readAll(
  top: string,
  purpose: string,
  wanted: readonly Sized[],
  deliver: (id: string, content: Buffer) => void,
): void {
  let batch: Sized[] = [];
  let bytes = 0;
  for (const one of wanted) {
    if (bytes + one.size > mostAtOnce) {
      readBatch(top, purpose, batch, deliver);
      batch = [];
      bytes = 0;
    }
    batch.push(one);
    bytes += one.size;
  }
  readBatch(top, purpose, batch, deliver);
}

/** Reads contents by `git cat-file --batch`: for each a line `id blob size`, then the content and a line end. */
function readBatch(
  top: string,
  purpose: string,
  batch: readonly Sized[],
  deliver: (id: string, content: Buffer) => void,
): void {
  if (batch.length === 0) return;
  const { output, complaint } = git(top, purpose, ['cat-file', '--batch'], {
    input: `${batch.map(({ id }) => id).join('\n')}\n`,
  });
  if (!output) throw gitFailed(purpose, complaint.line);
  let at = 0;
  for (const { id, size } of batch) {
    const start = output.indexOf(10, at) + 1;
    const isWhole =
      start > 0 &&
      output.toString('latin1', at, start).trimEnd() === `${id} blob ${size}` &&
      output.length > start + size;
    if (!isWhole) throw gitFailed(purpose, 'its answer was cut off');
    deliver(id, output.subarray(start, start + size));
    at = start + size + 1;
  }
}
