import type { RecordShape } from '../../model/shape.ts';
import { citesAny, isControl, isDocumenting, type RecordEntry } from '../record.ts';
import type { Touched } from '../touched.ts';
import type { RecordIndex } from './programIndex.ts';

/** What a program counts, for rules about the whole of it. */
export interface Census {
  /** Controls, whatever their standing; those that are not filled in are none yet. */
  readonly controls: number;
  /** Controls and documents that cite at least one criterion of a catalog that is known. */
  readonly citing: number;
  /** Policies, procedures and narratives. */
  readonly documents: number;
}

/** How many records there are of what rules ask for. */
export class Counts implements RecordIndex {
  #controls = 0;
  #citing = 0;
  #documents = 0;

  set(entry: RecordEntry, touched: Touched): void {
    this.#count(entry, 1);
    this.touchAll(touched);
  }

  remove(entry: RecordEntry, touched: Touched): void {
    this.#count(entry, -1);
    this.touchAll(touched);
  }

  get census(): Census {
    return { controls: this.#controls, citing: this.#citing, documents: this.#documents };
  }

  /** Whether there is no control, and whether nothing cites, as one word: much is judged otherwise then. */
  get absence(): string {
    return `${this.#controls === 0} ${this.#citing === 0}`;
  }

  touchAll(touched: Touched): void {
    touched.program.add('');
  }

  picture(): unknown {
    return this.census;
  }

  #count(entry: RecordEntry, by: 1 | -1): void {
    const { shape } = entry;
    // What is not filled in is no control yet.
    if (isControl(shape) && shape.standing === 'template') return;
    if (isControl(shape)) this.#controls += by;
    if (isProse(shape)) this.#documents += by;
    if (isDocumenting(shape) && citesAny(entry)) this.#citing += by;
  }
}

/** Whether a record is one of the documents that people read: a policy, procedure or narrative. */
function isProse({ kind }: RecordShape): boolean {
  return kind === 'policy' || kind === 'procedure' || kind === 'narrative';
}
