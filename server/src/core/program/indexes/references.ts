import type { InnerReferenceShape, ReferenceShape } from '../../model/shape.ts';
import type { DocumentChange } from '../document.ts';
import { MultiMap } from '../multiMap.ts';
import type { RecordEntry } from '../record.ts';
import { folderOf, referenceKey, type Touched } from '../touched.ts';
import type { Definitions } from './definitions.ts';
import { pictureOf, recordName } from './picture.ts';
import type { DocumentIndex, RecordIndex } from './programIndex.ts';
import { referencesTo } from './referencesTo.ts';

/** The records by the ids and file names that they refer to. */
export class References implements RecordIndex, DocumentIndex {
  readonly #definitions: Definitions;
  readonly #referring = new MultiMap<RecordEntry>();
  /** By what stands inside of mappings. No rule asks for it, so it touches nothing. */
  readonly #inner = new MultiMap<RecordEntry>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  set(entry: RecordEntry, touched: Touched): void {
    for (const { id } of entry.shape.references) {
      const key = referenceKey(id);
      this.#referring.add(key, entry);
      touched.records.add(key);
    }
    for (const { id } of entry.shape.innerReferences ?? []) this.#inner.add(referenceKey(id), entry);
  }

  remove(entry: RecordEntry, touched: Touched): void {
    for (const { id } of entry.shape.references) {
      const key = referenceKey(id);
      this.#referring.delete(key, entry);
      touched.records.add(key);
    }
    for (const { id } of entry.shape.innerReferences ?? []) this.#inner.delete(referenceKey(id), entry);
  }

  /** Where a reference is new or gone, the folders of what it names are touched as well: of a folder it is told what nothing refers to. */
  replace({ gone, come }: DocumentChange, touched: Touched): void {
    const keys = new Set<string>();
    for (const { shape } of gone) for (const { id } of shape.references) keys.add(referenceKey(id));
    for (const { shape } of come) for (const { id } of shape.references) keys.add(referenceKey(id));
    for (const key of keys) {
      for (const { path } of this.#definitions.ofKey(key)) touched.folders.add(folderOf(path));
    }
  }

  /** The records that refer to this id or file name. */
  referring(id: string): ReadonlySet<RecordEntry> {
    return this.#referring.get(referenceKey(id));
  }

  /** The references to this id or file name, by the records that make them. */
  to(id: string): ReadonlyMap<RecordEntry, readonly ReferenceShape[]> {
    const key = referenceKey(id);
    return new Map([...this.#referring.get(key)].map(entry => [entry, referencesTo(entry.shape, key)]));
  }

  /** Those inside of mappings, by the records that make them. */
  innerTo(id: string): ReadonlyMap<RecordEntry, readonly InnerReferenceShape[]> {
    const key = referenceKey(id);
    const inner = ({ shape }: RecordEntry) => shape.innerReferences ?? [];
    return new Map(
      [...this.#inner.get(key)].map(entry => [
        entry,
        inner(entry).filter(({ id }) => referenceKey(id) === key),
      ]),
    );
  }

  touchAll(touched: Touched): void {
    for (const key of this.#referring.keys()) touched.records.add(key);
  }

  picture(): unknown {
    return [pictureOf(this.#referring, recordName), pictureOf(this.#inner, recordName)];
  }
}
