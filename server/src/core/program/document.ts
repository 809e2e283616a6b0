import type { Catalogs } from '../catalog/catalogs.ts';
import { type CitationShape, type DocumentSummary, sameShape } from '../model/shape.ts';
import { type LinkEntry, linksIn } from './link.ts';
import { isOverview } from './overview.ts';
import { writtenIn } from './pointing.ts';
import type { RecordEntry } from './record.ts';

/** A document of a program: its summary, and what its records and links are to the rest. */
export interface DocumentEntry {
  readonly summary: DocumentSummary;
  /** In its order. A record that says what it did is the same object as before. */
  readonly records: readonly RecordEntry[];
  readonly links: readonly LinkEntry[];
}

/**
 * A document as the program sees it.
 * @param before what it was: its records that say the same are kept
 */
export function documentEntry(
  path: string,
  summary: DocumentSummary,
  before: DocumentEntry | undefined,
  catalogs: Catalogs,
): DocumentEntry {
  const { format, records: shapes } = summary.shape;
  const records = shapes.map((shape, index): RecordEntry => {
    const old = before?.records[index];
    if (old && old.format === format && sameShape(writtenIn(old), shape)) return old;
    return withMeanings({ path, index, shape, format }, catalogs);
  });
  return { summary, records, links: linksIn(path, summary.shape) };
}

/** A record with what its citations of other catalogs than the TSC mean by these, and whether it is an overview. */
export function withMeanings(
  entry: Omit<RecordEntry, 'elsewhere' | 'isOverview'>,
  catalogs: Catalogs,
): RecordEntry {
  const { shape } = entry;
  const others = shape.satisfies.filter(({ catalog }) => catalog !== 'TSC');
  const keys = ({ catalog, id }: CitationShape) => catalogs.keysOf(catalog, id);
  const elsewhere = others.length > 0 ? new Map(others.map(one => [one, keys(one)])) : undefined;
  return { ...entry, elsewhere, isOverview: isOverview(shape, catalogs.tsc) };
}

/**
 * A document whose overviews know which of its links lead to another document.
 * @param leads whether a document is at the end of a link now
 */
export function withReached(document: DocumentEntry, leads: (link: LinkEntry) => boolean): DocumentEntry {
  if (!document.records.some(isLinking)) return document;
  const others = document.links.filter(link => link.to !== link.from && leads(link));
  const reached = new Set(others.map(({ link }) => link.path));
  const records = document.records.map(entry => {
    const isSame = entry.reached?.size === reached.size && [...reached].every(one => entry.reached?.has(one));
    return isSame || !isLinking(entry) ? entry : { ...entry, reached };
  });
  return { ...document, records };
}

/** Whether a record is an overview that links documents beside criteria. */
function isLinking({ isOverview, shape }: RecordEntry): boolean {
  return isOverview && shape.mentions.some(({ linkedTo }) => linkedTo !== undefined);
}

/** One document takes the place of another, which says something else. */
export interface DocumentChange {
  readonly path: string;
  /** Undefined for a new document. */
  readonly before: DocumentEntry | undefined;
  /** Undefined for one that has gone. */
  readonly after: DocumentEntry | undefined;
  /** The records that only the one before has. */
  readonly gone: readonly RecordEntry[];
  /** The records that only the one after has. */
  readonly come: readonly RecordEntry[];
}

/** The change of a document. A record that is kept is the same object, and has kept its number. */
export function changeOf(
  path: string,
  before: DocumentEntry | undefined,
  after: DocumentEntry | undefined,
): DocumentChange {
  const [old, now] = [before?.records ?? [], after?.records ?? []];
  const gone = after ? old.filter((entry, index) => entry !== now[index]) : old;
  const come = before ? now.filter((entry, index) => entry !== old[index]) : now;
  return { path, before, after, gone, come };
}
