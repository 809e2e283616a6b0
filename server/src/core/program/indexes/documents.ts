import type { RecordKind } from '../../model/kinds.ts';
import type { DocumentSummary } from '../../model/shape.ts';
import type { DocumentChange, DocumentEntry } from '../document.ts';
import type { RecordEntry } from '../record.ts';
import type { Touched } from '../touched.ts';
import type { DocumentIndex } from './programIndex.ts';

/** The documents by their paths. */
export class Documents implements DocumentIndex {
  readonly #documents = new Map<string, DocumentEntry>();
  /** Those that are too large to be read: whatever is missing may be in one of them. */
  readonly #unread = new Set<string>();
  /** Pages that look like control documentation and are no records, with the ids that each cites. */
  readonly #passedOver = new Map<string, readonly string[]>();

  replace({ path, after }: Pick<DocumentChange, 'path' | 'after'>, touched?: Touched): void {
    // Which paths there are is asked of the program as a whole.
    if (this.#documents.has(path) !== (after !== undefined)) touched?.program.add('');
    if (after) this.#documents.set(path, after);
    else this.#documents.delete(path);
    if (after?.summary.shape.unread) this.#unread.add(path);
    else this.#unread.delete(path);
    this.#passOver(path, after?.summary.shape.passedOver, touched);
  }

  /** The document at a path. */
  at(path: string): DocumentEntry | undefined {
    return this.#documents.get(path);
  }

  /** All documents with their paths, in the order in which they came. */
  all(): IterableIterator<[path: string, document: DocumentEntry]> {
    return this.#documents.entries();
  }

  /** The records of all of them. */
  *allRecords(): IterableIterator<RecordEntry> {
    for (const { records } of this.#documents.values()) yield* records;
  }

  /** Their paths, in the same order. */
  paths(): IterableIterator<string> {
    return this.#documents.keys();
  }

  /** The summary of a document. */
  summary(path: string): DocumentSummary | undefined {
    return this.#documents.get(path)?.summary;
  }

  /** The records of a document, in its order. */
  records(path: string): readonly RecordEntry[] {
    return this.#documents.get(path)?.records ?? [];
  }

  /** Whether every one of them could be read. */
  get areRead(): boolean {
    return this.#unread.size === 0;
  }

  /** Pages that look like control documentation and are no records, with the ids of the criteria that each cites. */
  get passedOver(): ReadonlyMap<string, readonly string[]> {
    return this.#passedOver;
  }

  /** How many there are that are read: records, the manifest, and what is too large to be read. */
  get readCount(): number {
    let count = 0;
    for (const { records, summary } of this.#documents.values())
      if (records.length > 0 || summary.shape.manifest || summary.shape.unread) count++;
    return count;
  }

  /** The ids that records state, as written. */
  *recordIds(): IterableIterator<string> {
    for (const { records } of this.#documents.values()) {
      for (const { shape } of records) if (shape.id) yield shape.id.text;
    }
  }

  /** By what a reference to a record of a kind (of any, for undefined) can name it: its id, else its file's name. */
  *namesOf(kind: RecordKind | undefined): IterableIterator<string> {
    for (const { records } of this.#documents.values()) {
      for (const { shape } of records) {
        const name = shape.id?.text ?? shape.stem;
        if (name !== undefined && (kind === undefined || shape.kind === kind)) yield name;
      }
    }
  }

  touchAll(touched: Touched): void {
    touched.program.add('');
  }

  picture(): unknown {
    const paths = [...this.#documents.keys()].sort();
    return [
      paths.map(path => [path, this.records(path).map(({ shape }) => shape)]),
      [...this.#unread].sort(),
      [...this.#passedOver].sort(([one], [other]) => (one < other ? -1 : 1)),
    ];
  }

  #passOver(path: string, criteria: readonly string[] | undefined, touched: Touched | undefined): void {
    if (criteria === undefined && !this.#passedOver.has(path)) return;
    if (criteria) this.#passedOver.set(path, criteria);
    else this.#passedOver.delete(path);
    touched?.program.add('');
  }
}
