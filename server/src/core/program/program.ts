import type { Catalog, PrivacyRole } from '../catalog/catalog.ts';
import type { ReadFiles } from '../catalog/catalogFiles.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { pathInside } from '../catalog/pathInside.ts';
import { layoutNamed } from '../formats/layouts/layouts.ts';
import type { RecordKind } from '../model/kinds.ts';
import {
  type CitationShape,
  type DocumentShape,
  type DocumentSummary,
  type LinkShape,
  type ManifestShape,
  type RecordShape,
  type ReferenceShape,
  sameShape,
} from '../model/shape.ts';
import type { Tally } from './bearing.ts';
import { type CoveringRecord, coveringRecords } from './covering.ts';
import { type CriterionCoverage, stateOf } from './ladder.ts';
import { MultiMap } from './multiMap.ts';
import { outlookOf } from './outlook.ts';
import { isControl, isDocumenting, type RecordEntry } from './record.ts';
import { referencesTo } from './referencesTo.ts';
import { currentReports, type Report, reportsOf } from './report.ts';
import { type SourceFile, type SourceState, Sources } from './sources.ts';
import { Tallies } from './tallies.ts';
import { folderOf, referenceKey, Touched } from './touched.ts';

/** What a program counts, for rules about the whole of it. */
export interface Census {
  /** Records that are controls, whatever their standing. */
  readonly controls: number;
  /** Controls and documents that cite at least one criterion of a catalog that is known. */
  readonly citing: number;
  /** Policies, procedures and narratives. */
  readonly documents: number;
}

export interface ProgramOptions {
  /** What is known before a manifest names any file. */
  readonly catalogs: ReadFiles;
  /** The calendar date that stands for today. */
  readonly today: string;
}

/** A link between two paths of the program; whether there is a document at its end is another matter. */
export interface LinkEntry {
  readonly from: string;
  readonly to: string;
  readonly link: LinkShape;
}

/** A record and what it is named by: its id, or its file's name. */
export interface NamedRecord {
  readonly id: string;
  readonly entry: RecordEntry;
}

interface DocumentEntry {
  readonly summary: DocumentSummary;
  readonly records: readonly RecordEntry[];
  readonly links: readonly LinkEntry[];
}

/**
 * A program: a view of many documents' summaries, kept up to date by difference. It answers what cites, defines and
 * refers to what, and how far along each criterion is; each change tells which keys it touched.
 */
export class Program {
  #files: ReadFiles;
  readonly #documents = new Map<string, DocumentEntry>();
  readonly #citing = new MultiMap<RecordEntry>();
  readonly #defining = new MultiMap<RecordEntry>();
  #asked: { readonly id: string; readonly defining: ReadonlySet<RecordEntry> } | undefined;
  readonly #referring = new MultiMap<RecordEntry>();
  readonly #folders = new MultiMap<string>();
  readonly #superseding = new Set<RecordEntry>();
  readonly #linking = new MultiMap<LinkEntry>();
  readonly #kinds = new MultiMap<RecordEntry>();
  /** Those that were asked for, sorted: thousands are offered for each letter that is typed. */
  readonly #named = new Map<RecordKind, NamedRecord[]>();
  /** The narratives that count by the description criteria that they answer. */
  readonly #describing = new MultiMap<RecordEntry>();
  readonly #sources = new Sources();
  readonly #tallies = new Tallies(criterion => this.citing(criterion));
  #manifest: { readonly path: string; readonly shape: ManifestShape } | undefined;
  #today: string;
  #chosen: string | undefined;
  #complete = false;
  /** Documents that are too large to be read: whatever is missing may be in one of them. */
  readonly #unread = new Set<string>();
  #controls = 0;
  #citingRecords = 0;
  #prose = 0;
  /** Whether an id has come to be cited, or is cited no more, since the reports were made. */
  #citedChanged = false;
  #reports: readonly Report[];
  /** Those asked after. */
  #current: readonly Report[];

  constructor({ catalogs, today }: ProgramOptions) {
    this.#files = catalogs;
    this.#today = today;
    this.#reports = reportsOf(undefined, [], this.catalogs);
    this.#current = this.#reports;
  }

  /**
   * Sets, replaces or (with undefined) removes one document.
   * @param touched takes up the keys touched: none where its shape is what it was, however its text has changed
   */
  set(path: string, summary: DocumentSummary | undefined, touched: Touched): void {
    const before = this.#documents.get(path);
    if (before && summary && sameShape(before.summary.shape, summary.shape)) {
      // The shape that is known already is kept, and the equal one let go.
      const { shape } = before.summary;
      this.#documents.set(path, { ...before, summary: { shape, places: summary.places } });
      return;
    }
    const nothingBefore = this.#nothing;
    const kept = new Set<RecordEntry>();
    const records = (summary?.shape.records ?? []).map((shape, index) => {
      const old = before?.records[index];
      if (old && summary && old.format === summary.shape.format && sameShape(old.shape, shape)) {
        kept.add(old);
        return old;
      }
      return this.#entry(path, index, shape, summary?.shape.format ?? '');
    });
    for (const entry of before?.records ?? []) if (!kept.has(entry)) this.#remove(entry, touched);
    for (const entry of records) if (!kept.has(entry)) this.#add(entry, touched);
    const after = summary && { summary, records, links: linksIn(path, summary.shape) };
    if (after) this.#documents.set(path, after);
    else this.#documents.delete(path);
    if (summary?.shape.unread) this.#unread.add(path);
    else this.#unread.delete(path);
    this.#touchNamed(kept, before?.records ?? [], records, touched);
    this.#setFolder(path, summary?.shape, touched);
    this.#setLinks(path, before, after, touched);
    this.#setManifest(path, before?.summary.shape.manifest, summary?.shape.manifest, touched);
    this.#afterChange(nothingBefore, touched);
  }

  /** Takes up what the files of catalogs say now. */
  setCatalogs(files: ReadFiles): Touched {
    const touched = new Touched();
    const nothingBefore = this.#nothing;
    touched.program.add('');
    this.#touchCriteria(touched);
    this.#files = files;
    for (const [path, entry] of this.#documents) {
      const { records } = entry;
      if (!records.some(({ elsewhere }) => elsewhere)) continue;
      for (const record of records) this.#remove(record, touched);
      const anew = records.map(({ index, shape, format }) => this.#entry(path, index, shape, format));
      for (const record of anew) this.#add(record, touched);
      this.#documents.set(path, { ...entry, records: anew });
    }
    this.#citedChanged = true;
    this.#afterChange(nothingBefore, touched);
    this.#touchCriteria(touched);
    return touched;
  }

  /** The files that evidence names or documents link to, and what is known of them. */
  get sources(): Sources {
    return this.#sources;
  }

  /** Takes up what was found of such files. */
  setSources(found: Iterable<readonly [file: SourceFile, state: SourceState]>): Touched {
    const touched = new Touched();
    for (const naming of this.#sources.set(found)) {
      if ('link' in naming) touched.paths.add(naming.to);
      else for (const key of keysOf(naming.shape)) touched.records.add(key);
    }
    return touched;
  }

  /** Says whether every document has been read; until then what reports an absence must be silent. */
  setComplete(complete: boolean): void {
    this.#complete = complete;
  }

  /** Chooses the report that rules answer for; undefined for the current one. */
  chooseReport(id: string | undefined): Touched {
    if (id === this.#chosen) return new Touched();
    this.#chosen = id;
    this.#followReports();
    return this.everything();
  }

  /** Moves today. */
  setToday(today: string): Touched {
    if (today === this.#today) return new Touched();
    this.#today = today;
    this.#followReports();
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
    return this.#complete && this.#unread.size === 0;
  }

  get census(): Census {
    return { controls: this.#controls, citing: this.#citingRecords, documents: this.#prose };
  }

  /** The manifest and its path, where the program has one. */
  get manifest(): { readonly path: string; readonly shape: ManifestShape } | undefined {
    return this.#manifest;
  }

  /** The part that the organization plays for personal information, where the manifest says it. */
  get privacyRole(): PrivacyRole | undefined {
    const stated = this.#manifest?.shape.privacyRole?.text.toLowerCase();
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
    return this.#reports;
  }

  /** The reports asked after: the chosen one, else the current ones. */
  get currentReports(): readonly Report[] {
    return this.#current;
  }

  /** Whether a report asked after has this criterion in its scope, and does not exclude it. */
  isInScope(criterion: string): boolean {
    return this.#current.some(
      ({ criteria, excluded }) => criteria.has(criterion) && !excluded.has(criterion),
    );
  }

  /** The report that rules answer for: the first of those asked after. */
  get report(): Report {
    const [report] = this.#current;
    if (!report) throw new Error('a program has at least one report');
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
    return this.#folders.get(folder);
  }

  /** The folders that hold a document with a record directly. */
  folders(): IterableIterator<string> {
    return this.#folders.keys();
  }

  /** The records that say which others they replace. */
  superseding(): ReadonlySet<RecordEntry> {
    return this.#superseding;
  }

  /** The links that lead to a path. */
  linksTo(path: string): ReadonlySet<LinkEntry> {
    return this.#linking.get(path);
  }

  /** The records of a kind. */
  ofKind(kind: RecordKind): ReadonlySet<RecordEntry> {
    return this.#kinds.get(kind);
  }

  /** The records of a kind that have an id or a file's name to be named by, sorted by that. */
  named(kind: RecordKind): readonly NamedRecord[] {
    let named = this.#named.get(kind);
    if (!named) {
      named = [...this.ofKind(kind)].flatMap(entry => {
        const id = entry.shape.id?.text ?? entry.shape.stem;
        return id === undefined ? [] : [{ id, entry }];
      });
      named.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
      this.#named.set(kind, named);
    }
    return named;
  }

  /** The records that cite a criterion, one of its points, or (for the key of a group) the group. */
  citing(id: string): ReadonlySet<RecordEntry> {
    return this.#citing.get(id);
  }

  /** Every id that a record cites. */
  citedIds(): IterableIterator<string> {
    return this.#citing.keys();
  }

  /** The records that a reference may mean: those of this id or file name, in any case. */
  defining(id: string): ReadonlySet<RecordEntry> {
    // Many rules ask for the same one after the other.
    if (this.#asked?.id !== id) this.#asked = { id, defining: this.#defining.get(referenceKey(id)) };
    return this.#asked.defining;
  }

  /** Whether a narrative that counts answers this description criterion, such as `DC 3`. */
  isDescribed(id: string): boolean {
    return this.#describing.has(id);
  }

  /** The narratives that count and answer this description criterion. */
  describing(id: string): ReadonlySet<RecordEntry> {
    return this.#describing.get(id);
  }

  /** The records that refer to this id or file name. */
  referring(id: string): ReadonlySet<RecordEntry> {
    return this.#referring.get(referenceKey(id));
  }

  /** The references to this id or file name, by the records that make them. */
  references(id: string): ReadonlyMap<RecordEntry, readonly ReferenceShape[]> {
    const key = referenceKey(id);
    return new Map([...this.#referring.get(key)].map(entry => [entry, referencesTo(entry.shape, key)]));
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

  /** Where a criterion stands in a report, and why. */
  coverage(report: Report, criterion: string): CriterionCoverage {
    const outlook = outlookOf(report, this.#today);
    const state = stateOf(this.#tallies.of(criterion, outlook));
    if (report.excluded.has(criterion)) {
      return {
        criterion,
        state,
        marks: ['excluded'],
        reason: exclusionWords(report.excluded.get(criterion)),
      };
    }
    return { criterion, state, marks: [], reason: this.#tallies.reason(criterion, outlook) };
  }

  /** Where a criterion stands in a report: what is quickly told, however many records cite it. */
  standing(report: Report, criterion: string): Pick<CriterionCoverage, 'state' | 'marks'> {
    const state = stateOf(this.#tallies.of(criterion, outlookOf(report, this.#today)));
    return { state, marks: report.excluded.has(criterion) ? ['excluded'] : [] };
  }

  /** How many records bear on a criterion in a report, and as what. */
  tally(report: Report, criterion: string): Tally {
    return this.#tallies.of(criterion, outlookOf(report, this.#today));
  }

  /** The records that bear on a criterion in a report: controls before documents before mentions, what does not count last. */
  covering(report: Report, criterion: string): CoveringRecord[] {
    return coveringRecords(criterion, this.citing(criterion), outlookOf(report, this.#today));
  }

  /** The first of them; undefined where none does. */
  firstCovering(report: Report, criterion: string): CoveringRecord | undefined {
    return this.#tallies.first(criterion, outlookOf(report, this.#today));
  }

  /** Every key by which a rule can read the program. */
  everything(): Touched {
    const touched = new Touched();
    touched.program.add('');
    this.#touchCriteria(touched);
    for (const key of this.recordKeys()) touched.records.add(key);
    for (const folder of this.#folders.keys()) touched.folders.add(folder);
    for (const path of this.#linking.keys()) touched.paths.add(path);
    return touched;
  }

  /** A record with what its citations of other catalogs mean. */
  #entry(path: string, index: number, shape: RecordShape, format: string): RecordEntry {
    const others = shape.satisfies.filter(({ catalog }) => catalog !== 'TSC');
    const keys = (one: CitationShape) => this.catalogs.keysOf(one.catalog, one.id);
    const elsewhere = others.length > 0 ? new Map(others.map(one => [one, keys(one)])) : undefined;
    return { path, index, shape, format, elsewhere };
  }

  #add(entry: RecordEntry, touched: Touched): void {
    this.#asked = undefined;
    const cited = citedBy(entry);
    for (const id of cited) {
      this.#citedChanged ||= !this.#citing.has(id);
      this.#citing.add(id, entry);
    }
    for (const key of keysOf(entry.shape)) this.#defining.add(key, entry);
    for (const { id } of entry.shape.references) this.#referring.add(referenceKey(id), entry);
    this.#kinds.add(entry.shape.kind, entry);
    this.#named.delete(entry.shape.kind);
    for (const id of describedIn(entry.shape)) this.#describing.add(id, entry);
    this.#sources.add(entry);
    if (entry.shape.references.some(({ key }) => key === 'supersedes')) this.#superseding.add(entry);
    this.#tallies.change(entry, cited, 1);
    this.#count(entry.shape, cited, 1);
    this.#touch(entry, cited, touched);
  }

  #remove(entry: RecordEntry, touched: Touched): void {
    this.#asked = undefined;
    const cited = citedBy(entry);
    this.#touch(entry, cited, touched);
    this.#kinds.delete(entry.shape.kind, entry);
    this.#named.delete(entry.shape.kind);
    for (const id of describedIn(entry.shape)) this.#describing.delete(id, entry);
    this.#sources.delete(entry);
    this.#superseding.delete(entry);
    this.#tallies.change(entry, cited, -1);
    for (const id of cited) {
      this.#citing.delete(id, entry);
      this.#citedChanged ||= !this.#citing.has(id);
    }
    for (const key of keysOf(entry.shape)) this.#defining.delete(key, entry);
    for (const { id } of entry.shape.references) this.#referring.delete(referenceKey(id), entry);
    this.#count(entry.shape, cited, -1);
  }

  /** A record touches what it cites, the ids it bears and names, and its folder. */
  #touch({ path, shape, elsewhere }: RecordEntry, cited: ReadonlySet<string>, touched: Touched): void {
    touched.folders.add(folderOf(path));
    touched.program.add('');
    for (const id of cited) touched.criteria.add(id);
    for (const keys of elsewhere?.values() ?? []) for (const key of keys) this.#touchGroup(key, touched);
    for (const key of keysOf(shape)) touched.records.add(key);
    for (const { id } of shape.references) touched.records.add(referenceKey(id));
  }

  /** In a catalog of one's own what is missing is told of by its groups, where nothing in them is addressed. */
  #touchGroup(criterion: string, touched: Touched): void {
    const group = this.catalogs.groupOf(criterion);
    if (!group) return;
    touched.criteria.add(group.key);
    for (const member of group.members) touched.criteria.add(member);
  }

  /** Where a reference is new or gone, the folders of what it names are touched as well. */
  #touchNamed(
    kept: ReadonlySet<RecordEntry>,
    before: readonly RecordEntry[],
    after: readonly RecordEntry[],
    touched: Touched,
  ): void {
    const keys = new Set<string>();
    for (const entries of [before, after]) {
      for (const entry of entries) {
        if (!kept.has(entry)) for (const { id } of entry.shape.references) keys.add(referenceKey(id));
      }
    }
    for (const key of keys) {
      for (const { path } of this.#defining.get(key)) touched.folders.add(folderOf(path));
    }
  }

  #count(shape: RecordShape, cited: ReadonlySet<string>, by: 1 | -1): void {
    if (isControl(shape)) this.#controls += by;
    if (isProse(shape)) this.#prose += by;
    if (isDocumenting(shape) && cited.size > 0) this.#citingRecords += by;
  }

  /**
   * What is linked to is touched by a link that has come, changed or gone, and by its own coming and going, its anchors and
   * whether it is confidential.
   */
  #setLinks(
    path: string,
    before: DocumentEntry | undefined,
    after: DocumentEntry | undefined,
    touched: Touched,
  ): void {
    const isSame = before && after && sameShape(asTarget(before), asTarget(after));
    if (!isSame && this.#linking.has(path)) touched.paths.add(path);
    // How a document stands decides too whether its links are judged.
    for (const link of before?.links ?? []) {
      this.#linking.delete(link.to, link);
      if (link.link.isFile) this.#sources.delete(link);
      touched.paths.add(link.to);
    }
    for (const link of after?.links ?? []) {
      this.#linking.add(link.to, link);
      if (link.link.isFile && layoutNamed(after?.summary.shape.format).holdsFiles) this.#sources.add(link);
      touched.paths.add(link.to);
    }
  }

  #setFolder(path: string, shape: DocumentShape | undefined, touched: Touched): void {
    const folder = folderOf(path);
    const before = this.#folders.has(folder);
    if (shape && shape.records.length > 0) this.#folders.add(folder, path);
    else this.#folders.delete(folder, path);
    if (before === this.#folders.has(folder) || !this.complete) return;
    // Whether documents are read in a folder decides whether links into it, and into the folders in it, are judged.
    for (const target of this.#linking.keys()) if (target.startsWith(folder)) touched.paths.add(target);
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
    touched.program.add('');
    this.#citedChanged = true;
    if (!sameShape(before?.exclude, after?.exclude))
      for (const target of this.#linking.keys()) touched.paths.add(target);
    // Any record may name one of them.
    if (!sameShape(before?.people, after?.people))
      for (const key of this.recordKeys()) touched.records.add(key);
  }

  /** The reports follow the manifest and, where they are assumed, what is cited; a changed scope touches its criteria. */
  #afterChange(nothingBefore: string, touched: Touched): void {
    this.#sources.tidy();
    if (nothingBefore !== this.#nothing) {
      this.#touchCriteria(touched);
      for (const folder of this.#folders.keys()) touched.folders.add(folder);
    }
    if (!this.#citedChanged) return;
    this.#citedChanged = false;
    const reports = reportsOf(this.#manifest?.shape, this.#citing.keys(), this.catalogs);
    if (sameReports(reports, this.#reports)) return;
    // What is judged by the day it happened is judged by the days of the reports.
    if (!sameShape(reports.map(daysOf), this.#reports.map(daysOf))) {
      for (const key of this.recordKeys()) touched.records.add(key);
    }
    const wasConfidential = this.isInScope('C1.1');
    this.#reports = reports;
    this.#followReports();
    // Whether links may lead to what says that it is confidential is judged where confidentiality is in scope.
    if (wasConfidential !== this.isInScope('C1.1'))
      for (const target of this.#linking.keys()) {
        if (this.records(target).some(({ shape }) => shape.values['confidential'])) touched.paths.add(target);
      }
    touched.program.add('');
    this.#touchCriteria(touched);
  }

  /** Whether there is no control, and whether nothing cites: much is judged otherwise then. */
  get #nothing(): string {
    return `${this.#controls === 0} ${this.#citingRecords === 0}`;
  }

  #followReports(): void {
    const chosen = this.#reports.filter(({ id }) => id === this.#chosen);
    this.#current = chosen.length > 0 ? chosen : currentReports(this.#reports);
    this.#tallies.keep(new Set(this.#reports.map(report => outlookOf(report, this.#today).key)));
  }

  #touchCriteria(touched: Touched): void {
    for (const key of this.catalogs.criterionKeys()) touched.criteria.add(key);
    for (const key of this.catalogs.groupKeys()) touched.criteria.add(key);
    for (const id of this.#citing.keys()) touched.criteria.add(id);
  }
}

const noLinks: readonly LinkEntry[] = [];

/** The links of a document with the paths that they lead to; those that lead out of the program are left aside. */
function linksIn(path: string, { links }: DocumentShape): readonly LinkEntry[] {
  if (!links) return noLinks;
  const folder = folderOf(path);
  return links.flatMap(link => {
    const to = link.path === '' ? path : pathInside(link.path, folder);
    return to === undefined ? [] : [{ from: path, to, link }];
  });
}

/** What of a document matters to those that link to it. */
function asTarget({ summary: { shape }, records }: DocumentEntry) {
  return [shape.anchors, ...records.map(({ shape: { values } }) => values['confidential'])];
}

/** Whether a record is one of the documents that people read: a policy, procedure or narrative. */
function isProse({ kind }: RecordShape): boolean {
  return kind === 'policy' || kind === 'procedure' || kind === 'narrative';
}

/** The description criteria that a record answers: one that does not count answers none. */
function describedIn({ standing, describes = [] }: RecordShape): readonly string[] {
  return standing === 'counts' ? describes : [];
}

/** The keys of what a record cites, whether it exists or not; of catalogs that are not known it cites nothing. */
function citedBy({ shape: { satisfies, mentions }, elsewhere }: RecordEntry): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { catalog, id } of satisfies) if (catalog === 'TSC') ids.add(id);
  for (const { catalog, id } of mentions) if (catalog === 'TSC') ids.add(id);
  for (const keys of elsewhere?.values() ?? []) for (const key of keys) ids.add(key);
  return ids;
}

/** What a record is referred to by; the same twice where its id is its file's name. */
function keysOf({ id, stem }: RecordShape): string[] {
  const names = [];
  if (id) names.push(referenceKey(id.text));
  if (stem !== undefined) names.push(referenceKey(stem));
  return names;
}

/** What tells which days a report speaks about, and whether it is asked after. */
function daysOf({ type, asOf, period, state, assumed }: Report) {
  return { type, asOf, period, state, assumed };
}

function exclusionWords(why: string | undefined): string {
  if (!why) return 'Excluded, without a reason.';
  return `Excluded: ${/[.!?]$/.test(why) ? why : `${why}.`}`;
}

function sameReports(a: readonly Report[], b: readonly Report[]): boolean {
  const plain = (reports: readonly Report[]) =>
    reports.map(report => ({ ...report, criteria: [...report.criteria], excluded: [...report.excluded] }));
  return sameShape(plain(a), plain(b));
}
