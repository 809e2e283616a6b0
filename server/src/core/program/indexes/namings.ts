import { MultiMap } from '../multiMap.ts';
import { writtenIn } from '../pointing.ts';
import type { RecordEntry } from '../record.ts';
import { peopleIn } from '../uses.ts';
import { pictureOf, recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';

/**
 * The records by the people and by the systems that they name, as they are written but for the case. Editors ask it and no rule does:
 * so it is made where somebody first asks, and followed from then on, and nothing is touched.
 */
export class Namings implements RecordIndex {
  readonly #records: () => Iterable<RecordEntry>;
  #kept: Kept | undefined;

  /** @param records gives all records that have been set */
  constructor(records: () => Iterable<RecordEntry>) {
    this.#records = records;
  }

  set(entry: RecordEntry): void {
    if (this.#kept) add(entry, this.#kept);
  }

  remove(entry: RecordEntry): void {
    if (!this.#kept) return;
    const { person, system } = this.#kept;
    const shape = writtenIn(entry);
    for (const { text } of peopleIn(shape)) person.delete(text.toLowerCase(), entry);
    for (const { text } of shape.systems) system.delete(text.toLowerCase(), entry);
  }

  /** The records that name a person or system by these words, in lower case. */
  of(sort: 'person' | 'system', words: string): ReadonlySet<RecordEntry> {
    return this.#all()[sort].get(words);
  }

  touchAll(): void {}

  picture(): unknown {
    const { person, system } = this.#all();
    return [pictureOf(person, recordName), pictureOf(system, recordName)];
  }

  #all(): Kept {
    if (this.#kept) return this.#kept;
    const kept: Kept = { person: new MultiMap(), system: new MultiMap() };
    for (const entry of this.#records()) add(entry, kept);
    this.#kept = kept;
    return kept;
  }
}

type Kept = Readonly<Record<'person' | 'system', MultiMap<RecordEntry>>>;

function add(entry: RecordEntry, { person, system }: Kept): void {
  const shape = writtenIn(entry);
  for (const { text } of peopleIn(shape)) person.add(text.toLowerCase(), entry);
  for (const { text } of shape.systems) system.add(text.toLowerCase(), entry);
}
