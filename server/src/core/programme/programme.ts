import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RecordKind } from '../model/kinds.ts';
import {
  type DocumentShape,
  type DocumentSummary,
  type ManifestShape,
  type RecordShape,
  type ReferenceShape,
  sameShape,
} from '../model/shape.ts';
import { type CriterionCoverage, coverageOf, isControl, isDocumenting, type RecordEntry } from './ladder.ts';
import { drop, put } from './multimap.ts';
import { currentReports, type Report, reportsOf } from './report.ts';
import { folderOf, referenceKey, Touched } from './touched.ts';

/** What a programme counts, for rules about the whole of it. */
export interface Census {
  /** Records that are controls, whatever their standing. */
  readonly controls: number;
  /** Controls and documents that cite at least one criterion of the Trust Services Criteria. */
  readonly citing: number;
  /** Policies, procedures and narratives. */
  readonly documents: number;
}

export interface ProgrammeOptions {
  readonly catalogue: Catalogue;
  /** The calendar date that stands for today. */
  readonly today: string;
}

interface DocumentEntry {
  readonly summary: DocumentSummary;
  readonly records: readonly RecordEntry[];
}

const none: ReadonlySet<RecordEntry> = new Set();
const noReferences: ReadonlyMap<RecordEntry, readonly ReferenceShape[]> = new Map();

/**
 * A programme: a view of many documents' summaries, kept up to date by difference. It answers what cites, defines and
 * refers to what, and how far along each criterion is; each change tells which keys it touched.
 */
export class Programme {
  readonly catalogue: Catalogue;
  readonly #documents = new Map<string, DocumentEntry>();
  readonly #citing = new Map<string, Set<RecordEntry>>();
  readonly #defining = new Map<string, Set<RecordEntry>>();
  readonly #referring = new Map<string, Map<RecordEntry, ReferenceShape[]>>();
  readonly #folders = new Map<string, Set<string>>();
  #coverage = new WeakMap<Report, Map<string, CriterionCoverage>>();
  #manifest: { readonly path: string; readonly shape: ManifestShape } | undefined;
  #today: string;
  #chosen: string | undefined;
  #complete = false;
  #controls = 0;
  #citingRecords = 0;
  #prose = 0;
  /** Whether an id has come to be cited, or is cited no more, since the reports were made. */
  #citedChanged = false;
  #reports: readonly Report[];

  constructor({ catalogue, today }: ProgrammeOptions) {
    this.catalogue = catalogue;
    this.#today = today;
    this.#reports = reportsOf(undefined, [], catalogue);
  }

  /**
   * Sets, replaces or (with undefined) removes one document.
   * @returns the keys touched: none where its shape is what it was, however its text has changed
   */
  set(path: string, summary: DocumentSummary | undefined): Touched {
    const touched = new Touched();
    const before = this.#documents.get(path);
    if (before && summary && sameShape(before.summary.shape, summary.shape)) {
      // The shape that is known already is kept, and the equal one let go.
      const { shape } = before.summary;
      this.#documents.set(path, { summary: { shape, places: summary.places }, records: before.records });
      return touched;
    }
    const census = this.census;
    const kept = new Set<RecordEntry>();
    const records = (summary?.shape.records ?? []).map((shape, index) => {
      const old = before?.records[index];
      if (old && summary && old.format === summary.shape.format && sameShape(old.shape, shape)) {
        kept.add(old);
        return old;
      }
      return { path, index, shape, format: summary?.shape.format ?? '' };
    });
    for (const entry of before?.records ?? []) if (!kept.has(entry)) this.#remove(entry, touched);
    for (const entry of records) if (!kept.has(entry)) this.#add(entry, touched);
    if (summary) this.#documents.set(path, { summary, records });
    else this.#documents.delete(path);
    this.#touchNamed(kept, before?.records ?? [], records, touched);
    this.#setFolder(path, summary?.shape);
    this.#setManifest(path, before?.summary.shape.manifest, summary?.shape.manifest, touched);
    this.#afterChange(census, touched);
    return touched;
  }

  /** Says whether every document has been read; until then what reports an absence must be silent. */
  setComplete(complete: boolean): Touched {
    if (complete === this.#complete) return new Touched();
    this.#complete = complete;
    return this.everything();
  }

  /** Chooses the report that rules answer for; undefined for the current one. */
  chooseReport(id: string | undefined): Touched {
    if (id === this.#chosen) return new Touched();
    this.#chosen = id;
    return this.everything();
  }

  /** Moves today. */
  setToday(today: string): Touched {
    if (today === this.#today) return new Touched();
    this.#today = today;
    this.#coverage = new WeakMap();
    return this.everything();
  }

  /** The id of the report chosen, if one was. */
  get chosenReport(): string | undefined {
    return this.#chosen;
  }

  get today(): string {
    return this.#today;
  }

  get complete(): boolean {
    return this.#complete;
  }

  get census(): Census {
    return { controls: this.#controls, citing: this.#citingRecords, documents: this.#prose };
  }

  /** The manifest and its path, where the programme has one. */
  get manifest(): { readonly path: string; readonly shape: ManifestShape } | undefined {
    return this.#manifest;
  }

  /** Every report, or the assumed one. */
  get reports(): readonly Report[] {
    return this.#reports;
  }

  /** The reports asked after: the chosen one, else the current ones. */
  get currentReports(): readonly Report[] {
    const chosen = this.#reports.filter(({ id }) => id === this.#chosen);
    return chosen.length > 0 ? chosen : currentReports(this.#reports);
  }

  /** The report that rules answer for: the first of those asked after. */
  get report(): Report {
    const [report] = this.currentReports;
    if (!report) throw new Error('a programme has at least one report');
    return report;
  }

  /** The paths of all documents, in the order in which they came. */
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

  /** The documents directly in a folder that hold a record. */
  inFolder(folder: string): ReadonlySet<string> {
    return this.#folders.get(folder) ?? new Set();
  }

  /** The records that cite a criterion, one of its points, or (for the id of a group) the group. */
  citing(id: string): ReadonlySet<RecordEntry> {
    return this.#citing.get(id) ?? none;
  }

  /** Every id that a record cites. */
  citedIds(): IterableIterator<string> {
    return this.#citing.keys();
  }

  /** The records that a reference may mean: those of this id or file name, in any case. */
  defining(id: string): ReadonlySet<RecordEntry> {
    return this.#defining.get(referenceKey(id)) ?? none;
  }

  /** The records that refer to this id or file name. */
  referring(id: string): ReadonlySet<RecordEntry> {
    return new Set(this.references(id).keys());
  }

  /** The references to this id or file name, by the records that make them. */
  references(id: string): ReadonlyMap<RecordEntry, readonly ReferenceShape[]> {
    return this.#referring.get(referenceKey(id)) ?? noReferences;
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

  /** The keys of every id defined or referred to. */
  *recordKeys(): IterableIterator<string> {
    yield* this.#defining.keys();
    for (const key of this.#referring.keys()) if (!this.#defining.has(key)) yield key;
  }

  /** How far along a criterion is in a report. */
  coverage(report: Report, criterion: string): CriterionCoverage {
    let ofReport = this.#coverage.get(report);
    if (!ofReport) this.#coverage.set(report, (ofReport = new Map()));
    let found = ofReport.get(criterion);
    if (!found) {
      found = coverageOf(criterion, this.citing(criterion), report, this.#today);
      ofReport.set(criterion, found);
    }
    return found;
  }

  /** Every key by which a rule can read the programme. */
  everything(): Touched {
    const touched = new Touched();
    touched.programme = true;
    this.#touchCriteria(touched);
    for (const key of this.recordKeys()) touched.records.add(key);
    for (const folder of this.#folders.keys()) touched.folders.add(folder);
    return touched;
  }

  #add(entry: RecordEntry, touched: Touched): void {
    for (const id of citedBy(entry.shape)) {
      this.#citedChanged ||= !this.#citing.has(id);
      put(this.#citing, id, entry);
    }
    for (const key of keysOf(entry.shape)) put(this.#defining, key, entry);
    for (const reference of entry.shape.references) this.#refer(entry, reference);
    this.#count(entry.shape, 1);
    this.#touch(entry, touched);
  }

  #remove(entry: RecordEntry, touched: Touched): void {
    this.#touch(entry, touched);
    for (const id of citedBy(entry.shape)) {
      drop(this.#citing, id, entry);
      this.#citedChanged ||= !this.#citing.has(id);
    }
    for (const key of keysOf(entry.shape)) drop(this.#defining, key, entry);
    for (const { id } of entry.shape.references) {
      const key = referenceKey(id);
      this.#referring.get(key)?.delete(entry);
      if (this.#referring.get(key)?.size === 0) this.#referring.delete(key);
    }
    this.#count(entry.shape, -1);
  }

  #refer(entry: RecordEntry, reference: ReferenceShape): void {
    const key = referenceKey(reference.id);
    let entries = this.#referring.get(key);
    if (!entries) this.#referring.set(key, (entries = new Map()));
    const references = entries.get(entry);
    if (references) references.push(reference);
    else entries.set(entry, [reference]);
  }

  /** A record touches what it cites, the ids it bears and names, and its folder. */
  #touch({ path, shape }: RecordEntry, touched: Touched): void {
    touched.folders.add(folderOf(path));
    touched.programme = true;
    for (const id of citedBy(shape)) touched.criteria.add(id);
    for (const key of keysOf(shape)) touched.records.add(key);
    for (const { id } of shape.references) touched.records.add(referenceKey(id));
  }

  /** Where a reference is new or gone, the folders of what it names are touched as well. */
  #touchNamed(
    kept: ReadonlySet<RecordEntry>,
    before: readonly RecordEntry[],
    after: readonly RecordEntry[],
    touched: Touched,
  ): void {
    const keys = new Set<string>();
    for (const entry of [...before, ...after]) {
      if (!kept.has(entry)) for (const { id } of entry.shape.references) keys.add(referenceKey(id));
    }
    for (const key of keys) {
      for (const { path } of this.#defining.get(key) ?? none) touched.folders.add(folderOf(path));
    }
  }

  #count(shape: RecordShape, by: 1 | -1): void {
    if (isControl(shape)) this.#controls += by;
    if (isProse(shape)) this.#prose += by;
    if (isDocumenting(shape) && citedBy(shape).size > 0) this.#citingRecords += by;
  }

  #setFolder(path: string, shape: DocumentShape | undefined): void {
    const folder = folderOf(path);
    if (shape && shape.records.length > 0) put(this.#folders, folder, path);
    else drop(this.#folders, folder, path);
  }

  #setManifest(
    path: string,
    before: ManifestShape | undefined,
    after: ManifestShape | undefined,
    touched: Touched,
  ): void {
    if (sameShape(before, after)) return;
    if (after) this.#manifest = { path, shape: after };
    else if (this.#manifest?.path === path) this.#manifest = undefined;
    touched.programme = true;
    this.#citedChanged = true;
  }

  /** The reports follow the manifest and, where they are assumed, what is cited; a changed scope touches its criteria. */
  #afterChange(census: Census, touched: Touched): void {
    for (const report of this.#reports)
      for (const id of touched.criteria) this.#coverage.get(report)?.delete(id);
    const now = this.census;
    const nothing = (count: Census) => `${count.controls === 0} ${count.citing === 0}`;
    if (nothing(census) !== nothing(now)) {
      this.#touchCriteria(touched);
      for (const folder of this.#folders.keys()) touched.folders.add(folder);
    }
    if (!this.#citedChanged) return;
    this.#citedChanged = false;
    const reports = reportsOf(this.#manifest?.shape, this.#citing.keys(), this.catalogue);
    if (sameReports(reports, this.#reports)) return;
    this.#reports = reports;
    touched.programme = true;
    this.#touchCriteria(touched);
  }

  #touchCriteria(touched: Touched): void {
    for (const { id } of this.catalogue.criteria) touched.criteria.add(id);
    for (const id of this.#citing.keys()) touched.criteria.add(id);
  }
}

/** Whether a record is one of the documents that people read: a policy, procedure or narrative. */
function isProse({ kind }: RecordShape): boolean {
  return kind === 'policy' || kind === 'procedure' || kind === 'narrative';
}

function citedBy({ satisfies, mentions }: RecordShape): Set<string> {
  const ids = new Set<string>();
  for (const { catalogue, id } of satisfies) if (catalogue === 'TSC') ids.add(id);
  for (const { catalogue, id } of mentions) if (catalogue === 'TSC') ids.add(id);
  return ids;
}

function keysOf({ id, stem }: RecordShape): Set<string> {
  const names = new Set<string>();
  if (id) names.add(referenceKey(id.text));
  if (stem !== undefined) names.add(referenceKey(stem));
  return names;
}

function sameReports(a: readonly Report[], b: readonly Report[]): boolean {
  const plain = (reports: readonly Report[]) =>
    reports.map(report => ({ ...report, criteria: [...report.criteria], excluded: [...report.excluded] }));
  return sameShape(plain(a), plain(b));
}
