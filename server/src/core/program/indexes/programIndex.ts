import type { DocumentChange } from '../document.ts';
import type { RecordEntry } from '../record.ts';
import type { Touched } from '../touched.ts';

/** What every index of a program can do. */
export interface ProgramIndex {
  /** Touches every key by which a rule can ask it. */
  touchAll(touched: Touched): void;
  /**
   * What it answers, as plain data in an order of its own: equal for the same documents, however they came to be what they
   * are. The paranoid mode compares it with that of a program that was built at once.
   */
  picture(): unknown;
}

/** An index of records. Each comes and goes by itself, and touches the keys by which it is found. */
export interface RecordIndex extends ProgramIndex {
  set(entry: RecordEntry, touched: Touched): void;
  remove(entry: RecordEntry, touched: Touched): void;
}

/** An index of what documents say around their records. A change comes to it when the indexes of records have taken it up. */
export interface DocumentIndex extends ProgramIndex {
  replace(change: DocumentChange, touched: Touched): void;
}

/** Touches every key of some indexes. */
export function touchAll(indexes: Iterable<ProgramIndex>, touched: Touched): void {
  for (const index of indexes) index.touchAll(touched);
}
