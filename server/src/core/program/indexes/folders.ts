import type { DocumentChange } from '../document.ts';
import { MultiMap } from '../multiMap.ts';
import { folderOf, type Touched } from '../touched.ts';
import type { Links } from './links.ts';
import { pictureOf } from './picture.ts';
import type { DocumentIndex } from './programIndex.ts';

/** The documents that hold a record, by their folders. */
export class Folders implements DocumentIndex {
  readonly #links: Links;
  readonly #isComplete: () => boolean;
  readonly #folders = new MultiMap<string>();

  /** @param isComplete tells whether every document has been read */
  constructor(links: Links, isComplete: () => boolean) {
    this.#links = links;
    this.#isComplete = isComplete;
  }

  replace({ path, after, gone, come }: DocumentChange, touched: Touched): void {
    const folder = folderOf(path);
    if (gone.length > 0 || come.length > 0) touched.folders.add(folder);
    const wasThere = this.#folders.has(folder);
    if (after && after.records.length > 0) this.#folders.add(folder, path);
    else this.#folders.delete(folder, path);
    // Whether documents are read in a folder decides whether links into it, and into the folders in it, are judged.
    if (wasThere !== this.#folders.has(folder) && this.#isComplete()) this.#links.touchBelow(folder, touched);
  }

  /** The documents directly in a folder that hold a record. */
  in(folder: string): ReadonlySet<string> {
    return this.#folders.get(folder);
  }

  /** The folders that hold a document with a record directly. */
  all(): IterableIterator<string> {
    return this.#folders.keys();
  }

  touchAll(touched: Touched): void {
    for (const folder of this.#folders.keys()) touched.folders.add(folder);
  }

  picture(): unknown {
    return pictureOf(this.#folders, path => path);
  }
}
