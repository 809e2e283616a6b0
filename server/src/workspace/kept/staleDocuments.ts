import { below } from '../files.ts';
import { manifestFirst } from '../manifestFirst.ts';

/** The keys of the documents that are to be read, in the order in which that is best done. */
export class StaleDocuments implements Iterable<string> {
  readonly #keys = new Set<string>();

  get size(): number {
    return this.#keys.size;
  }

  [Symbol.iterator](): IterableIterator<string> {
    return this.#keys.values();
  }

  add(key: string): void {
    this.#keys.add(key);
  }

  /** Adds documents of a program: the manifest first, for it says which others are, then those that are open. */
  addAll(root: string, paths: readonly string[], isOpen: (key: string) => boolean): void {
    const keys = manifestFirst(paths).map(path => below(root, path));
    for (const [i, key] of keys.entries()) if (i === 0 || isOpen(key)) this.#keys.add(key);
    for (const key of keys) this.#keys.add(key);
  }

  /** Gives one key after the other, those too that are added meanwhile; each is stale no more. */
  *drain(): Generator<string> {
    for (const key of this.#keys) {
      this.#keys.delete(key);
      yield key;
    }
  }
}
