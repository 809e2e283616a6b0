import { MultiMap } from '../multiMap.ts';
import { gapNames } from '../plan.ts';
import type { RecordEntry } from '../record.ts';
import { referenceKey, type Touched } from '../touched.ts';
import { pictureOf, recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';

/** The tasks by the criteria and records that they name as their gaps. */
export class Plans implements RecordIndex {
  readonly #ofCriteria = new MultiMap<RecordEntry>();
  readonly #ofRecords = new MultiMap<RecordEntry>();

  set(entry: RecordEntry, touched: Touched): void {
    const { criteria, records } = gapNames(entry.shape);
    for (const key of criteria) this.#ofCriteria.add(key, entry);
    for (const key of records) this.#ofRecords.add(key, entry);
    touchTask(entry, touched);
  }

  remove(entry: RecordEntry, touched: Touched): void {
    const { criteria, records } = gapNames(entry.shape);
    for (const key of criteria) this.#ofCriteria.delete(key, entry);
    for (const key of records) this.#ofRecords.delete(key, entry);
    touchTask(entry, touched);
  }

  /** The tasks for a gap of the criterion of this key. */
  ofCriterion(key: string): ReadonlySet<RecordEntry> {
    return this.#ofCriteria.get(key);
  }

  /** The tasks for a gap of a record, by the key of a reference to it. */
  ofRecord(key: string): ReadonlySet<RecordEntry> {
    return this.#ofRecords.get(key);
  }

  /** Whether a gap is closed follows from the criterion or control: a change of it is one for its tasks. */
  follow(touched: Touched): void {
    for (const key of shared(this.#ofCriteria, touched.criteria))
      for (const task of this.ofCriterion(key)) touchTask(task, touched);
    for (const key of shared(this.#ofRecords, touched.records))
      for (const task of this.ofRecord(key)) touchTask(task, touched);
  }

  touchAll(touched: Touched): void {
    for (const map of [this.#ofCriteria, this.#ofRecords]) {
      for (const key of map.keys()) for (const task of map.get(key)) touchTask(task, touched);
    }
  }

  picture(): unknown {
    return [pictureOf(this.#ofCriteria, recordName), pictureOf(this.#ofRecords, recordName)];
  }
}

/** The keys that are in both: few are planned for in most programs, and many keys are touched while a program is read. */
function shared(planned: MultiMap<RecordEntry>, touched: ReadonlySet<string>): string[] {
  return planned.size < touched.size
    ? [...planned.keys()].filter(key => touched.has(key))
    : [...touched].filter(key => planned.has(key));
}

/** By what rules ask for a task: its id, else its file's name. */
function touchTask({ shape: { kind, id, stem } }: RecordEntry, touched: Touched): void {
  const name = id?.text ?? stem;
  if (kind === 'task' && name !== undefined) touched.records.add(referenceKey(name));
}
