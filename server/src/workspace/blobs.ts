import { GitProblem, git, gitFailed } from './git.ts';

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
    let batch: { readonly id: string; readonly size: number }[] = [];
    let bytes = 0;
    for (const one of this.#sizesOf(wanted)) {
      if (one.size > mostAtOnce) {
        this.#readOne(one.id, wanted.get(one.id) ?? '');
        continue;
      }
      if (bytes + one.size > mostAtOnce) {
        this.#readBatch(batch);
        batch = [];
        bytes = 0;
      }
      batch.push(one);
      bytes += one.size;
    }
    this.#readBatch(batch);
  }

  /** The sizes of contents, by `git cat-file --batch-check`: for each a line `id type size`, or `id missing`. */
  #sizesOf(wanted: ReadonlyMap<string, string>): { readonly id: string; readonly size: number }[] {
    const purpose = `look for the documents of ${this.#revision}`;
    const { output, complaint } = git(this.#top, purpose, ['cat-file', '--batch-check'], {
      input: `${[...wanted.keys()].join('\n')}\n`,
    });
    if (!output) throw gitFailed(purpose, complaint.line);
    const lines = output.toString('latin1').split(/\r?\n/);
    return [...wanted].map(([id, path], i) => {
      const line = lines[i] ?? '';
      const [name, type, size] = line.split(' ');
      if (name === id && type === 'blob') return { id, size: Number(size) };
      // Nothing is fetched for a partial clone.
      if (line.startsWith(`${id} missing`)) {
        throw new GitProblem(
          `${path} of ${this.#revision} is not in this clone, and Tickmark does not fetch it. Fetch the whole revision.`,
        );
      }
      throw gitFailed(purpose, `it gave no size of ${path}`);
    });
  }

  /** Reads contents by `git cat-file --batch`: for each a line `id blob size`, then the content and a line end. */
  #readBatch(batch: readonly { readonly id: string; readonly size: number }[]): void {
    if (batch.length === 0) return;
    const purpose = `read the documents of ${this.#revision}`;
    const { output, complaint } = git(this.#top, purpose, ['cat-file', '--batch'], {
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
      this.#keep(id, output.subarray(start, start + size));
      at = start + size + 1;
    }
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
