import { folded } from '../../text/folded.ts';
import { fullNameOf, type RecordEntry } from '../record.ts';
import { recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';

/**
 * The records with their names, folded as they are looked for. All of them are gone through for each letter that somebody types, so
 * they stand side by side. Editors ask it and no rule does: so it is made where somebody first asks, and followed from then on, and
 * nothing is touched.
 */
export class SearchedNames implements RecordIndex {
  readonly #records: () => Iterable<RecordEntry>;
  #kept: Map<RecordEntry, string> | undefined;

  /** @param records gives all records that have been set */
  constructor(records: () => Iterable<RecordEntry>) {
    this.#records = records;
  }

  set(entry: RecordEntry): void {
    if (this.#kept) add(entry, this.#kept);
  }

  remove(entry: RecordEntry): void {
    this.#kept?.delete(entry);
  }

  /** The records with their folded names. The row of a table that only points to a control is found with that. */
  all(): ReadonlyMap<RecordEntry, string> {
    if (this.#kept) return this.#kept;
    const kept = new Map<RecordEntry, string>();
    for (const entry of this.#records()) add(entry, kept);
    this.#kept = kept;
    return kept;
  }

  touchAll(): void {}

  picture(): unknown {
    return [...this.all()].map(([entry, name]) => `${name} ${recordName(entry)}`).sort();
  }
}

function add(entry: RecordEntry, kept: Map<RecordEntry, string>): void {
  if (!entry.written) kept.set(entry, folded(fullNameOf(entry)));
}
