import type { DateKey } from '../model/keyNames.ts';
import type { RecordKind } from '../model/kinds.ts';
import type { CitationShape, RecordShape } from '../model/shape.ts';
import { readDate } from '../text/calendar.ts';
import { referenceKey } from './touched.ts';

/** A record of a program and where it is. */
export interface RecordEntry {
  readonly path: string;
  /** Its number among the records of its document. */
  readonly index: number;
  readonly shape: RecordShape;
  /** Of the row of a table that only points to a control: what it says, of which `shape` is what is left (see pointing.ts). */
  readonly written?: RecordShape;
  /** The format of its document. */
  readonly format: string;
  /** The keys that its citations of other catalogs than the TSC mean; undefined where it has none. */
  readonly elsewhere: ReadonlyMap<CitationShape, readonly string[]> | undefined;
  /** Whether it goes through all or nearly all criteria, as a checklist does: that it mentions one says little. */
  readonly isOverview: boolean;
  /** Of an overview, the paths of its document's links that lead to another document of the program (see `withReached`). */
  readonly reached?: ReadonlySet<string>;
}

/**
 * What a record is called in a sentence: its id, else its title, else its file. A control without an id is called by the name of
 * its file, because evidence refers to it by that.
 * @param record with its path where the sentence is read outside its document, which else needs no folder
 */
export function nameOf({ path, shape }: Pick<RecordEntry, 'shape'> & Partial<RecordEntry>): string {
  const referredTo = shape.id?.text || (isControl(shape) ? shape.stem : undefined);
  return referredTo || shape.title || path || shape.stem || 'without id';
}

/** Whether other records can refer to it: it has an id, or a file of its own. */
export function canBeReferredTo({ shape }: RecordEntry): boolean {
  return namesOf(shape).length > 0;
}

/** What a record is called in a list: its id with its title, else as in a sentence. */
export function fullNameOf(record: Pick<RecordEntry, 'shape' | 'path'>): string {
  const name = nameOf(record);
  const { title = '' } = record.shape;
  return title === '' || title === name ? name : `${name} ${title}`;
}

/** Whether a record counts as a control: a control, or a procedure with a cadence that satisfies something. */
export function isControl({ kind, recurs, satisfies }: RecordShape): boolean {
  return kind === 'control' || (kind === 'procedure' && recurs && satisfies.length > 0);
}

/** What says that something is done about a criterion. A task, a request or a risk that names one says the contrary. */
const documenting: ReadonlySet<RecordKind> = new Set([
  'control',
  'policy',
  'procedure',
  'narrative',
  'document',
]);

/** Whether what a record cites tells of coverage. */
export function isDocumenting({ kind }: RecordShape): boolean {
  return documenting.has(kind);
}

/** Whether a citation of a record means the criterion of this key. */
export function cites({ elsewhere }: RecordEntry, citation: CitationShape, criterion: string): boolean {
  const { catalog, form, id } = citation;
  if (catalog === 'TSC') return id === criterion && form !== 'group';
  return elsewhere?.get(citation)?.includes(criterion) === true;
}

/** Whether a citation of a record means what this key, of a criterion or of a group, stands for. */
export function citesKey(entry: RecordEntry, citation: CitationShape, key: string): boolean {
  const { catalog, form, id } = citation;
  return cites(entry, citation, key) || (catalog === 'TSC' && form === 'group' && id === key);
}

/**
 * Whether a record says by itself if it addresses the criterion of this key: it cites it under `satisfies`, or denies it there
 * or elsewhere, as "CC6.4 is out of scope" does.
 */
export function hasDecidedOn(entry: RecordEntry, criterion: string): boolean {
  const { satisfies, mentions } = entry.shape;
  const means = (citation: CitationShape) => cites(entry, citation, criterion);
  return satisfies.some(means) || mentions.some(mention => mention.isDenied === true && means(mention));
}

/** The keys that a citation of a record means, whether they exist or not; none where its catalog is not known. */
export function citedKeys({ elsewhere }: RecordEntry, citation: CitationShape): readonly string[] {
  return citation.catalog === 'TSC' ? [citation.id] : (elsewhere?.get(citation) ?? []);
}

/** The keys of what a record cites, whether it exists or not; of catalogs that are not known it cites nothing. */
export function citedBy({ shape: { satisfies, mentions }, elsewhere }: RecordEntry): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { catalog, id } of satisfies) if (catalog === 'TSC') ids.add(id);
  for (const { catalog, id } of mentions) if (catalog === 'TSC') ids.add(id);
  for (const keys of elsewhere?.values() ?? []) for (const key of keys) ids.add(key);
  return ids;
}

/** Whether a record cites anything of a catalog that is known. */
export function citesAny({ shape: { satisfies, mentions }, elsewhere }: RecordEntry): boolean {
  const isTsc = ({ catalog }: CitationShape) => catalog === 'TSC';
  if (satisfies.some(isTsc) || mentions.some(isTsc)) return true;
  for (const keys of elsewhere?.values() ?? []) if (keys.length > 0) return true;
  return false;
}

/** What a record is referred to by, as keys: its id, its file's name and its slug, which may be the same. */
export function namesOf({ id, stem, slug }: RecordShape): string[] {
  const names = [];
  if (id) names.push(referenceKey(id.text));
  if (stem !== undefined) names.push(referenceKey(stem));
  if (slug !== undefined) names.push(referenceKey(slug));
  return names;
}

/** A date as the record states it; what is no calendar date is as good as not stated. */
export function dateIn(values: RecordShape['values'], key: DateKey): string | undefined {
  const stated = values[key];
  return stated && readDate(stated.text);
}

/** The order of records: by path, then by their place in the document. */
export function byPlace(a: RecordEntry, b: RecordEntry): number {
  return compare(a.path, b.path) || a.index - b.index;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
