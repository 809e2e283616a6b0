import type { RecordShape } from '../../model/shape.ts';
import { largest } from '../../text/lists.ts';
import type { DocumentEntry } from '../document.ts';
import { MultiMap } from '../multiMap.ts';
import { pointerOf, rankOf, writtenIn } from '../pointing.ts';
import { namesOf, type RecordEntry } from '../record.ts';
import { referenceKey } from '../touched.ts';
import type { Definitions } from './definitions.ts';

/**
 * The rows of tables of controls, by the ids that they state. Whether a row records its control or points to the record of it
 * depends on what else states the id, so it is looked at again when that changes.
 */
export class Rows {
  readonly #definitions: Definitions;
  /** The documents with a row of an id. */
  readonly #paths = new MultiMap<string>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** Takes up that one document takes the place of another. */
  replace(path: string, before: DocumentEntry | undefined, after: DocumentEntry | undefined): void {
    for (const key of rowKeys(before)) this.#paths.delete(key, path);
    for (const key of rowKeys(after)) this.#paths.add(key, path);
  }

  /**
   * The documents of which a row has come to record its control, or to point to it, by what has changed elsewhere; with their
   * records as they are now.
   * @param changed records that have come or gone; the other indexes have taken that up
   * @param documentAt gives a document as it was before
   */
  turned(
    changed: Iterable<RecordEntry>,
    documentAt: (path: string) => DocumentEntry | undefined,
  ): ReadonlyMap<string, readonly RecordEntry[]> {
    const turned = new Map<string, readonly RecordEntry[]>();
    for (const key of this.#keysOf(changed)) {
      const paths = [...this.#paths.get(key)];
      const recordsAt = (path: string) => turned.get(path) ?? documentAt(path)?.records ?? [];
      const rows = paths.flatMap(path => recordsAt(path).filter(entry => isRowOf(writtenIn(entry), key)));
      const others = [...this.#definitions.ofKey(key)].filter(({ shape }) => shape.kind === 'control');
      const ranks = [...rows, ...others].map(entry => rankOf(writtenIn(entry)));
      const highest = largest(0, ranks);
      for (const entry of rows) {
        const points = rankOf(writtenIn(entry)) < highest;
        if (points === (entry.written !== undefined)) continue;
        const records = recordsAt(entry.path);
        turned.set(entry.path, records.with(entry.index, points ? pointing(entry) : recording(entry)));
      }
    }
    return turned;
  }

  #keysOf(changed: Iterable<RecordEntry>): ReadonlySet<string> {
    const keys = new Set<string>();
    if (this.#paths.keys().next().done) return keys;
    for (const entry of changed) {
      const shape = writtenIn(entry);
      if (shape.kind !== 'control') continue;
      for (const key of namesOf(shape)) if (this.#paths.has(key)) keys.add(key);
    }
    return keys;
  }
}

function pointing(entry: RecordEntry): RecordEntry {
  return { ...entry, shape: pointerOf(entry.shape), written: entry.shape };
}

function recording({ written, ...entry }: RecordEntry): RecordEntry {
  return { ...entry, shape: written ?? entry.shape };
}

function rowKeys(document: DocumentEntry | undefined): readonly string[] {
  const shapes = document?.summary.shape.records ?? [];
  return shapes.flatMap(({ row, id }) => (row && id ? [referenceKey(id.text)] : []));
}

function isRowOf({ row, id }: RecordShape, key: string): boolean {
  return row !== undefined && id !== undefined && referenceKey(id.text) === key;
}
