import { MultiMap } from '../multiMap.ts';
import { namesOf, type RecordEntry } from '../record.ts';
import { referenceKey, type Touched } from '../touched.ts';
import { pictureOf, recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';

/** The records by what a reference can name them by: their id and their file's name, in any case. */
export class Definitions implements RecordIndex {
  readonly #defining = new MultiMap<RecordEntry>();
  /** What was asked for last: many rules ask for the same one after the other. */
  #asked: { readonly id: string; readonly defining: ReadonlySet<RecordEntry> } | undefined;

  set(entry: RecordEntry, touched: Touched): void {
    this.#asked = undefined;
    for (const key of namesOf(entry.shape)) {
      this.#defining.add(key, entry);
      touched.records.add(key);
    }
  }

  remove(entry: RecordEntry, touched: Touched): void {
    this.#asked = undefined;
    for (const key of namesOf(entry.shape)) {
      this.#defining.delete(key, entry);
      touched.records.add(key);
    }
  }

  /** The records that a reference may mean. */
  of(id: string): ReadonlySet<RecordEntry> {
    if (this.#asked?.id !== id) this.#asked = { id, defining: this.#defining.get(referenceKey(id)) };
    return this.#asked.defining;
  }

  /** The same by the key of the reference (see `referenceKey`). */
  ofKey(key: string): ReadonlySet<RecordEntry> {
    return this.#defining.get(key);
  }

  touchAll(touched: Touched): void {
    for (const key of this.#defining.keys()) touched.records.add(key);
  }

  picture(): unknown {
    return pictureOf(this.#defining, recordName);
  }
}
