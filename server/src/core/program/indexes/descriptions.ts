import type { RecordShape } from '../../model/shape.ts';
import { MultiMap } from '../multiMap.ts';
import type { RecordEntry } from '../record.ts';
import type { Touched } from '../touched.ts';
import { pictureOf, recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';

/** The narratives that count by the description criteria that they answer, such as `DC 3`. */
export class Descriptions implements RecordIndex {
  readonly #describing = new MultiMap<RecordEntry>();

  set(entry: RecordEntry, touched: Touched): void {
    for (const id of describedIn(entry.shape)) {
      this.#describing.add(id, entry);
      this.touchAll(touched);
    }
  }

  remove(entry: RecordEntry, touched: Touched): void {
    for (const id of describedIn(entry.shape)) {
      this.#describing.delete(id, entry);
      this.touchAll(touched);
    }
  }

  /** Whether one answers this criterion. */
  has(id: string): boolean {
    return this.#describing.has(id);
  }

  /** Those that answer this criterion. */
  of(id: string): ReadonlySet<RecordEntry> {
    return this.#describing.get(id);
  }

  touchAll(touched: Touched): void {
    touched.program.add('');
  }

  picture(): unknown {
    return pictureOf(this.#describing, recordName);
  }
}

/** The description criteria that a record answers: one that does not count answers none. */
function describedIn({ standing, describes = [] }: RecordShape): readonly string[] {
  return standing === 'counts' ? describes : [];
}
