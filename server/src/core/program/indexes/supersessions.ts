import type { RecordEntry } from '../record.ts';
import type { Touched } from '../touched.ts';
import { recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';

/** The records that say which others they replace. */
export class Supersessions implements RecordIndex {
  readonly #superseding = new Set<RecordEntry>();

  set(entry: RecordEntry, touched: Touched): void {
    if (!entry.shape.references.some(({ key }) => key === 'supersedes')) return;
    this.#superseding.add(entry);
    this.touchAll(touched);
  }

  remove(entry: RecordEntry, touched: Touched): void {
    if (this.#superseding.delete(entry)) this.touchAll(touched);
  }

  /** All of them. */
  all(): ReadonlySet<RecordEntry> {
    return this.#superseding;
  }

  touchAll(touched: Touched): void {
    touched.program.add('');
  }

  picture(): unknown {
    return [...this.#superseding].map(recordName).sort();
  }
}
