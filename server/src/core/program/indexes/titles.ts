import { isPhrase, phraseKey } from '../../text/phrases.ts';
import { MultiMap } from '../multiMap.ts';
import type { RecordEntry } from '../record.ts';
import { pictureOf, recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';

/**
 * The records by their titles of several words. Editors ask it and no rule does: so it is made where somebody first asks, and followed
 * from then on, and nothing is touched.
 */
export class Titles implements RecordIndex {
  readonly #records: () => Iterable<RecordEntry>;
  #kept: MultiMap<RecordEntry> | undefined;

  /** @param records gives all records that have been set */
  constructor(records: () => Iterable<RecordEntry>) {
    this.#records = records;
  }

  set(entry: RecordEntry): void {
    const key = this.#kept && keyOf(entry);
    if (key !== undefined) this.#kept?.add(key, entry);
  }

  remove(entry: RecordEntry): void {
    const key = this.#kept && keyOf(entry);
    if (key !== undefined) this.#kept?.delete(key, entry);
  }

  /** The records of a title, by its key (see `phraseKey`). */
  of(key: string): ReadonlySet<RecordEntry> {
    return this.#all().get(key);
  }

  touchAll(): void {}

  picture(): unknown {
    return pictureOf(this.#all(), recordName);
  }

  #all(): MultiMap<RecordEntry> {
    if (this.#kept) return this.#kept;
    const kept = new MultiMap<RecordEntry>();
    for (const entry of this.#records()) {
      const key = keyOf(entry);
      if (key !== undefined) kept.add(key, entry);
    }
    this.#kept = kept;
    return kept;
  }
}

function keyOf({ shape: { title } }: RecordEntry): string | undefined {
  return title !== undefined && isPhrase(title) ? phraseKey(title) : undefined;
}
