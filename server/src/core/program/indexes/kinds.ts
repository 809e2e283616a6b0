import { isRecordKind, type RecordKind } from '../../model/kinds.ts';
import { MultiMap } from '../multiMap.ts';
import type { RecordEntry } from '../record.ts';
import type { Touched } from '../touched.ts';
import { pictureOf, recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';

/** A record and what it is named by: its id, or its file's name. */
export interface ReferableRecord {
  readonly id: string;
  readonly entry: RecordEntry;
}

/** The records by their kinds. */
export class Kinds implements RecordIndex {
  readonly #kinds = new MultiMap<RecordEntry>();
  /** Those that were asked for, sorted: thousands are offered for each letter that is typed. */
  readonly #referable = new Map<RecordKind, ReferableRecord[]>();

  set(entry: RecordEntry, touched: Touched): void {
    this.#kinds.add(entry.shape.kind, entry);
    this.#referable.delete(entry.shape.kind);
    this.touchAll(touched);
  }

  remove(entry: RecordEntry, touched: Touched): void {
    this.#kinds.delete(entry.shape.kind, entry);
    this.#referable.delete(entry.shape.kind);
    this.touchAll(touched);
  }

  /** The records of a kind. */
  of(kind: RecordKind): ReadonlySet<RecordEntry> {
    return this.#kinds.get(kind);
  }

  /** The records of a kind that have an id or a file's name to be named by, sorted by that. */
  referable(kind: RecordKind): readonly ReferableRecord[] {
    let referable = this.#referable.get(kind);
    if (!referable) {
      referable = [...this.of(kind)].flatMap(entry => {
        const id = entry.shape.id?.text ?? entry.shape.stem;
        return id === undefined ? [] : [{ id, entry }];
      });
      referable.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
      this.#referable.set(kind, referable);
    }
    return referable;
  }

  touchAll(touched: Touched): void {
    touched.program.add('');
  }

  picture(): unknown {
    const kinds = [...this.#kinds.keys()].sort().filter(isRecordKind);
    const names = kinds.map(kind =>
      this.referable(kind)
        .map(({ id, entry }) => `${id} ${recordName(entry)}`)
        .sort(),
    );
    return [pictureOf(this.#kinds, recordName), names];
  }
}
