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
    const turned = new Map<string, RecordEntry[]>();
    const recordsAt = (path: string) => turned.get(path) ?? documentAt(path)?.records ?? [];
    const placesOf = placesByKey(recordsAt);
    for (const key of this.#keysOf(changed)) {
      const rows = [...this.#paths.get(key)].flatMap(path => {
        const records = recordsAt(path);
        return placesOf(path, key).flatMap(place => records[place] ?? []);
      });
      const others = [...this.#definitions.ofKey(key)].filter(entry => isOfId(entry, key));
      const ranks = [...rows, ...others].map(entry => rankOf(writtenIn(entry)));
      const highest = largest(0, ranks);
      for (const entry of rows) {
        const rank = rankOf(writtenIn(entry));
        const isControl = others.some(({ shape }) => shape.kind === 'control' && rankOf(shape) > rank);
        const now = rank === highest ? recording(entry) : pointing(entry, isControl);
        if (isSame(entry, now)) continue;
        const records = turned.get(entry.path) ?? [...recordsAt(entry.path)];
        records[entry.index] = now;
        turned.set(entry.path, records);
      }
    }
    return turned;
  }

  #keysOf(changed: Iterable<RecordEntry>): ReadonlySet<string> {
    const keys = new Set<string>();
    if (this.#paths.keys().next().done) return keys;
    for (const entry of changed) {
      for (const key of namesOf(writtenIn(entry))) if (this.#paths.has(key)) keys.add(key);
    }
    return keys;
  }
}

function pointing(entry: RecordEntry, toControl: boolean): RecordEntry {
  const written = writtenIn(entry);
  return { ...entry, shape: pointerOf(written, toControl), written };
}

function recording({ written, ...entry }: RecordEntry): RecordEntry {
  return { ...entry, shape: written ?? entry.shape };
}

function isSame(before: RecordEntry, now: RecordEntry): boolean {
  return (
    (before.written === undefined) === (now.written === undefined) &&
    before.shape.references.length === now.shape.references.length
  );
}

/** Whether a record has an id, or is a control that the name of its file can stand for. */
function isOfId({ shape }: RecordEntry, key: string): boolean {
  const statesId = shape.id !== undefined && referenceKey(shape.id.text) === key;
  return shape.kind === 'control' || (statesId && shape.kind !== 'document');
}

/** Gives the numbers of the rows of an id among the records of a page; each page is gone through once. */
function placesByKey(
  recordsAt: (path: string) => readonly RecordEntry[],
): (path: string, key: string) => readonly number[] {
  const pages = new Map<string, ReadonlyMap<string, number[]>>();
  return (path, key) => {
    const places = pages.get(path) ?? rowPlaces(recordsAt(path));
    pages.set(path, places);
    return places.get(key) ?? [];
  };
}

function rowPlaces(records: readonly RecordEntry[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, entry] of records.entries()) {
    const { row, id } = writtenIn(entry);
    if (!row || !id) continue;
    const key = referenceKey(id.text);
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  }
  return places;
}

function rowKeys(document: DocumentEntry | undefined): readonly string[] {
  const shapes = document?.summary.shape.records ?? [];
  return shapes.flatMap(({ row, id }) => (row && id ? [referenceKey(id.text)] : []));
}
