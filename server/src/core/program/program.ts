import type { Catalog, PrivacyRole } from '../catalog/catalog.ts';
import type { ReadFiles } from '../catalog/catalogFiles.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import type { RecordKind } from '../model/kinds.ts';
import type { DocumentSummary, InnerReferenceShape, ReferenceShape } from '../model/shape.ts';
import { Coverage } from './coverage.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { Census } from './indexes/counts.ts';
import { Indexes } from './indexes/indexes.ts';
import type { ReferableRecord } from './indexes/kinds.ts';
import type { StatedManifest } from './indexes/manifests.ts';
import { touchAll } from './indexes/programIndex.ts';
import type { Sources } from './indexes/sources.ts';
import type { LinkEntry } from './link.ts';
import { outlookOf } from './outlook.ts';
import { openTasks } from './plan.ts';
import type { RecordEntry } from './record.ts';
import type { Report } from './report.ts';
import { Reports } from './reports.ts';
import type { FileChange, SourceFile, SourceState } from './sources.ts';
import { referenceKey, Touched } from './touched.ts';

export interface ProgramOptions {
  /** What is known before a manifest names any file. */
  readonly catalogs: ReadFiles;
  /** The calendar date that stands for today. */
  readonly today: string;
}

/**
 * A program: a view of many documents' summaries, kept up to date by difference. Its indexes take up each change and tell
 * which keys it touched; what they and the reports answer is asked for here.
 */
export class Program {
  #files: ReadFiles;
  #today: string;
  #complete = false;
  readonly #indexes = new Indexes({
    catalogs: () => this.catalogs,
    isComplete: () => this.complete,
    today: () => this.#today,
  });
  /** Where criteria stand in reports. */
  readonly coverage = new Coverage(this.#indexes, () => this.#today);
  readonly #reports: Reports;

  constructor({ catalogs, today }: ProgramOptions) {
    this.#files = catalogs;
    this.#today = today;
    this.#reports = new Reports(this.#indexes, this.catalogs);
  }

  /**
   * Sets, replaces or (with undefined) removes one document.
   * @param touched takes up the keys touched: none where its shape is what it was, however its text has changed
   */
  set(path: string, summary: DocumentSummary | undefined, touched: Touched): void {
    const { manifest } = this;
    this.#indexes.set(path, summary, touched);
    if (this.#indexes.citations.areIdsNew || this.manifest !== manifest) this.#applyReports(touched);
    this.#indexes.plans.follow(touched);
  }

  /** Takes up what the files of catalogs say now. */
  setCatalogs(files: ReadFiles): Touched {
    const touched = new Touched();
    this.#indexes.citations.touchAll(touched);
    this.#files = files;
    this.#indexes.followCatalogs(touched);
    this.#applyReports(touched);
    this.#indexes.plans.follow(touched);
    return touched;
  }

  /** Takes up what was found of the files that evidence names or documents link to. */
  setSources(found: Iterable<readonly [file: SourceFile, state: SourceState]>): Touched {
    const touched = new Touched();
    this.sources.setStates(found, touched);
    return touched;
  }

  /** Takes up how files that evidence names were changed after they were collected. */
  setChanges(found: Iterable<readonly [file: SourceFile, change: FileChange | undefined]>): Touched {
    const touched = new Touched();
    this.sources.setChanges(found, touched);
    return touched;
  }

  /** Takes up which files lie in folders of evidence that name a control and a window (see `folderFileOf`). */
  setEvidenceFiles(paths: readonly string[]): Touched {
    const touched = new Touched();
    this.#indexes.evidenceFolders.setFiles(paths, touched);
    this.#indexes.plans.follow(touched);
    return touched;
  }

  /** Says whether every document has been read; until then what reports an absence must be silent. */
  setComplete(complete: boolean): void {
    this.#complete = complete;
  }

  /** Chooses the report that rules answer for; undefined for the current one. */
  chooseReport(id: string | undefined): Touched {
    if (id === this.#reports.chosen) return new Touched();
    this.#reports.choose(id);
    return this.everything();
  }

  /** Moves today. */
  setToday(today: string): Touched {
    if (today === this.#today) return new Touched();
    this.#today = today;
    this.coverage.keep(this.reports);
    return this.everything();
  }

  /** Every key by which a rule can read the program. */
  everything(): Touched {
    const touched = new Touched();
    touchAll(this.#indexes.all(), touched);
    return touched;
  }

  /** What every index answers, as plain data: equal for the same documents, however they came to be what they are. */
  picture(): unknown {
    return [...this.#indexes.all()].map(index => index.picture());
  }

  get today(): string {
    return this.#today;
  }

  /** Whether every document has been read, and none was too large for it. */
  get complete(): boolean {
    return this.#complete && this.#indexes.documents.areRead;
  }

  get census(): Census {
    return this.#indexes.counts.census;
  }

  /** The manifest and its path, where the program has one. */
  get manifest(): StatedManifest | undefined {
    return this.#indexes.manifests.stated;
  }

  /** The paths of manifests that are not read, because there is another. */
  get otherManifests(): readonly string[] {
    return this.#indexes.manifests.others;
  }

  /** The part that the organization plays for personal information, where the manifest says it. */
  get privacyRole(): PrivacyRole | undefined {
    const stated = this.manifest?.shape.privacyRole?.text.toLowerCase();
    return stated === 'controller' || stated === 'processor' ? stated : undefined;
  }

  /** What the files of catalogs and mappings say that the manifest names. */
  get catalogFiles(): ReadFiles {
    return this.#files;
  }

  /** Every catalog, each id looked up inside its own. */
  get catalogs(): Catalogs {
    return this.#files.catalogs;
  }

  /** The Trust Services Criteria, in the words that were laid over them. */
  get catalog(): Catalog {
    return this.catalogs.tsc;
  }

  /** Every report, or the assumed one. */
  get reports(): readonly Report[] {
    return this.#reports.all;
  }

  /** The reports asked after: the chosen one, else the current ones. */
  get currentReports(): readonly Report[] {
    return this.#reports.current;
  }

  /** The id of the report chosen, if one was. */
  get chosenReport(): string | undefined {
    return this.#reports.chosen;
  }

  /** The report that rules answer for: the first of those asked after. */
  get report(): Report {
    const [report] = this.currentReports;
    if (!report) throw new Error('a program has at least one report');
    return report;
  }

  /** Whether a report asked after has this criterion in its scope, and does not exclude it. */
  isInScope(criterion: string): boolean {
    return this.#reports.haveInScope(criterion);
  }

  /** The paths of all documents, in the order in which they came. */
  paths(): IterableIterator<string> {
    return this.#indexes.documents.paths();
  }

  /** How many documents are read, without those that are only known to look like documentation. */
  get readCount(): number {
    return this.#indexes.documents.readCount;
  }

  /** Pages that look like control documentation and are no records, with the ids of the criteria that each cites. */
  get passedOver(): ReadonlyMap<string, readonly string[]> {
    return this.#indexes.documents.passedOver;
  }

  /** The summary of a document. */
  summary(path: string): DocumentSummary | undefined {
    return this.#indexes.documents.summary(path);
  }

  /** The records of a document, in its order. */
  records(path: string): readonly RecordEntry[] {
    return this.#indexes.documents.records(path);
  }

  /** The documents directly in a folder that hold a record. */
  inFolder(folder: string): ReadonlySet<string> {
    return this.#indexes.folders.in(folder);
  }

  /** The folders that hold a document with a record directly. */
  folders(): IterableIterator<string> {
    return this.#indexes.folders.all();
  }

  /** The records that say which others they replace. */
  superseding(): ReadonlySet<RecordEntry> {
    return this.#indexes.supersessions.all();
  }

  /** The links that lead to a path: to a document there, or to where one is missing. */
  linksTo(path: string): readonly LinkEntry[] {
    return this.#indexes.links.to(path);
  }

  /** Where a link leads: to the first document that is there, else to the path that comes first. */
  endOf(link: LinkEntry): string {
    return this.#indexes.links.endOf(link);
  }

  /** The windows of controls in reports, and the evidence that fills them. */
  get evidence(): Evidence {
    return this.#indexes.evidence;
  }

  /** The files in folders of evidence that name a control and a window. */
  get evidenceFiles(): readonly string[] {
    return this.#indexes.evidenceFolders.files;
  }

  /** The files that evidence names or documents link to, and what is known of them. */
  get sources(): Sources {
    return this.#indexes.sources;
  }

  /** The records of a kind. */
  ofKind(kind: RecordKind): ReadonlySet<RecordEntry> {
    return this.#indexes.kinds.of(kind);
  }

  /** The records of a kind that have an id or a file's name to be named by, sorted by that. */
  referable(kind: RecordKind): readonly ReferableRecord[] {
    return this.#indexes.kinds.referable(kind);
  }

  /** The records that cite a criterion, one of its points, or (for the key of a group) the group. */
  citing(id: string): ReadonlySet<RecordEntry> {
    return this.#indexes.citations.of(id);
  }

  /** Every id that a record cites. */
  citedIds(): IterableIterator<string> {
    return this.#indexes.citations.ids();
  }

  /** The records that a reference may mean: those of this id or file name, in any case. */
  defining(id: string): ReadonlySet<RecordEntry> {
    return this.#indexes.definitions.of(id);
  }

  /** Whether a narrative that counts answers this description criterion, such as `DC 3`. */
  isDescribed(id: string): boolean {
    return this.#indexes.descriptions.has(id);
  }

  /** The narratives that count and answer this description criterion. */
  describing(id: string): ReadonlySet<RecordEntry> {
    return this.#indexes.descriptions.of(id);
  }

  /** The open tasks for a gap of the criterion of this key, what is due first coming first. */
  plansForCriterion(key: string): readonly RecordEntry[] {
    return openTasks(this.#indexes.plans.ofCriterion(key));
  }

  /** The open tasks for a gap of the record of this id or file name, what is due first coming first. */
  plansForRecord(id: string): readonly RecordEntry[] {
    return openTasks(this.#indexes.plans.ofRecord(referenceKey(id)));
  }

  /** The records that refer to this id or file name. */
  referring(id: string): ReadonlySet<RecordEntry> {
    return this.#indexes.references.referring(id);
  }

  /** The references to this id or file name, by the records that make them. */
  references(id: string): ReadonlyMap<RecordEntry, readonly ReferenceShape[]> {
    return this.#indexes.references.to(id);
  }

  /** The records with their names, folded as they are looked for; without rows that point to a control elsewhere. */
  searchedNames(): ReadonlyMap<RecordEntry, string> {
    return this.#indexes.searchedNames.all();
  }

  /** The records of a title of several words, by its key (see `phraseKey`). */
  titled(key: string): ReadonlySet<RecordEntry> {
    return this.#indexes.titles.of(key);
  }

  /** The records that name a person or system by these words, in lower case. */
  naming(sort: 'person' | 'system', words: string): ReadonlySet<RecordEntry> {
    return this.#indexes.namings.of(sort, words);
  }

  /** The references to it inside of mappings, which no rule follows. */
  innerReferences(id: string): ReadonlyMap<RecordEntry, readonly InnerReferenceShape[]> {
    return this.#indexes.references.innerTo(id);
  }

  /** The ids that records state, as written. */
  recordIds(): IterableIterator<string> {
    return this.#indexes.documents.recordIds();
  }

  /** By what a reference to a record of a kind (of any, for undefined) can name it: its id, else its file's name. */
  namesOf(kind: RecordKind | undefined): IterableIterator<string> {
    return this.#indexes.documents.namesOf(kind);
  }

  /** The day on which a report counts its controls. */
  dayOf(report: Report): string {
    return outlookOf(report, this.#today).day;
  }

  #applyReports(touched: Touched): void {
    if (this.#reports.follow(this.catalogs, touched)) this.coverage.keep(this.reports);
  }
}
