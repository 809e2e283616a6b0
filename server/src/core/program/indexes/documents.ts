import type { RecordKind } from '../../model/kinds.ts';
import type { DocumentSummary } from '../../model/shape.ts';
import type { DocumentChange, DocumentEntry } from '../document.ts';
import type { RecordEntry } from '../record.ts';
import type { DocumentIndex } from './programIndex.ts';

/** The documents by their paths. */
export class Documents implements DocumentIndex {
  readonly #documents = new Map<string, DocumentEntry>();
  /** Those that are too large to be read: whatever is missing may be in one of them. */
  readonly #unread = new Set<string>();

  replace({ path, after }: Pick<DocumentChange, 'path' | 'after'>): void {
    if (after) this.#documents.set(path, after);
    else this.#documents.delete(path);
    if (after?.summary.shape.unread) this.#unread.add(path);
    else this.#unread.delete(path);
  }

  /** The document at a path. */
  at(path: string): DocumentEntry | undefined {
    return this.#documents.get(path);
  }

  /** All documents with their paths, in the order in which they came. */
  all(): IterableIterator<[path: string, document: DocumentEntry]> {
    return this.#documents.entries();
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

  /** Rules ask for documents by what other indexes find. */
  touchAll(): void {}

  picture(): unknown {
    const paths = [...this.#documents.keys()].sort();
    return [
      paths.map(path => [path, this.records(path).map(({ shape }) => shape)]),
      [...this.#unread].sort(),
    ];
  }
}
