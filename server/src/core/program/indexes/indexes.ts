import type { Catalogs } from '../../catalog/catalogs.ts';
import { type DocumentSummary, sameShape } from '../../model/shape.ts';
import {
  changeOf,
  type DocumentChange,
  type DocumentEntry,
  documentEntry,
  withMeanings,
  withReached,
} from '../document.ts';
import { Evidence } from '../evidence/evidence.ts';
import type { Touched } from '../touched.ts';
import { Citations } from './citations.ts';
import { Counts } from './counts.ts';
import { Definitions } from './definitions.ts';
import { Descriptions } from './descriptions.ts';
import { Documents } from './documents.ts';
import { EvidenceFolders } from './evidenceFolders.ts';
import { EvidenceOf } from './evidenceOf.ts';
import { Folders } from './folders.ts';
import { Kinds } from './kinds.ts';
import { Links } from './links.ts';
import { Manifests } from './manifests.ts';
import { Namings } from './namings.ts';
import { Plans } from './plans.ts';
import { type DocumentIndex, type ProgramIndex, type RecordIndex, touchAll } from './programIndex.ts';
import { References } from './references.ts';
import { Rows } from './rows.ts';
import { SearchedNames } from './searchedNames.ts';
import { Sources } from './sources.ts';
import { Supersessions } from './supersessions.ts';
import { Titles } from './titles.ts';

/** What indexes have to know beside the documents, as it is when they ask. */
interface Surroundings {
  readonly catalogs: () => Catalogs;
  /** Whether every document has been read. */
  readonly isComplete: () => boolean;
  /** The calendar date that stands for today. */
  readonly today: () => string;
}

/** The indexes of a program. What stands in the lists below takes part in every change, and in the comparison with batch. */
export class Indexes {
  readonly citations: Citations;
  readonly definitions = new Definitions();
  readonly references = new References(this.definitions);
  readonly supersessions = new Supersessions();
  readonly kinds = new Kinds();
  readonly descriptions = new Descriptions();
  readonly counts = new Counts();
  readonly plans = new Plans();
  readonly sources = new Sources();
  readonly documents = new Documents();
  readonly namings = new Namings(() => this.documents.allRecords());
  readonly searchedNames = new SearchedNames(() => this.documents.allRecords());
  readonly titles = new Titles(() => this.documents.allRecords());
  readonly links = new Links(this.sources, this.documents);
  readonly folders: Folders;
  readonly #rows = new Rows(this.definitions);
  readonly manifests: Manifests;
  /** The folders of evidence that needs no record. */
  readonly evidenceFolders: EvidenceFolders;
  /** The windows of controls, which follow what the other indexes have. */
  readonly evidence: Evidence;
  readonly #evidenceOf: EvidenceOf;
  readonly #catalogs: () => Catalogs;
  readonly #ofRecords: readonly RecordIndex[];
  readonly #ofDocuments: readonly DocumentIndex[];

  constructor({ catalogs, isComplete, today }: Surroundings) {
    this.#catalogs = catalogs;
    this.citations = new Citations(catalogs);
    this.folders = new Folders(this.links, isComplete);
    this.manifests = new Manifests(
      ['exclude', this.links],
      // Any record may name one of them.
      ['people', this.definitions, this.references],
      ['exclusions', this.citations],
      ['privacyRole', this.citations],
      // The windows of every control are counted from these.
      ['fiscalYearBegins', this.citations, this.definitions],
      ['grace', this.citations, this.definitions],
    );
    this.evidenceFolders = new EvidenceFolders((control, touched) =>
      this.#evidenceOf.follow(control, touched),
    );
    this.evidence = new Evidence(this, today);
    this.#evidenceOf = new EvidenceOf(this.evidence, this.citations, this.definitions);
    const { citations, definitions, references, supersessions, kinds } = this;
    const { namings, searchedNames, titles, descriptions, counts, plans, sources } = this;
    const { documents, folders, links, manifests } = this;
    this.#ofRecords = [
      ...[citations, definitions, references, supersessions],
      ...[kinds, namings, searchedNames, titles, descriptions, counts, plans, sources],
      ...[this.evidenceFolders, this.#evidenceOf],
    ];
    // The manifest is the last: it touches what the others have by then.
    this.#ofDocuments = [documents, references, folders, links, manifests];
  }

  /** Every one of them. */
  *all(): IterableIterator<ProgramIndex> {
    yield* new Set<ProgramIndex>([...this.#ofRecords, ...this.#ofDocuments]);
  }

  /**
   * Sets, replaces or (with undefined) removes one document.
   * @param touched takes up the keys touched: none where its shape is what it was, however its text has changed
   */
  set(path: string, summary: DocumentSummary | undefined, touched: Touched): void {
    const { absence } = this.counts;
    const before = this.documents.at(path);
    if (before && summary && sameShape(before.summary.shape, summary.shape)) {
      // The shape that is known already is kept, and the equal one let go.
      const { shape } = before.summary;
      this.documents.replace({ path, after: { ...before, summary: { shape, places: summary.places } } });
      return;
    }
    const read = summary && documentEntry(path, summary, before, this.#catalogs());
    const after = read && withReached(read, link => this.links.leads(link));
    const change = changeOf(path, before, after);
    this.#replaceRecords(change, touched);
    for (const index of this.#ofDocuments) index.replace(change, touched);
    this.#rows.replace(path, before, after);
    this.#turnRows(change, touched);
    if (!before || !after) this.#reachAnew(path, touched);
    this.sources.tidy();
    if (this.counts.absence !== absence) touchAll([this.citations, this.folders], touched);
  }

  /** The catalogs are others now: what records cite in them is looked up again. */
  followCatalogs(touched: Touched): void {
    const { absence } = this.counts;
    for (const [path, before] of this.documents.all()) {
      if (!before.records.some(({ elsewhere }) => elsewhere)) continue;
      const records = before.records.map(entry => withMeanings(entry, this.#catalogs()));
      const after = withReached({ ...before, records }, link => this.links.leads(link));
      const change = changeOf(path, before, after);
      this.#replaceRecords(change, touched);
      this.documents.replace(change);
      this.folders.replace(change, touched);
    }
    this.sources.tidy();
    if (this.counts.absence !== absence) this.folders.touchAll(touched);
    touchAll([this.counts, this.citations], touched);
  }

  /** Rows of tables may point to what has come, or record by themselves what has gone. */
  #turnRows({ gone, come }: DocumentChange, touched: Touched): void {
    const turned = this.#rows.turned([...gone, ...come], path => this.documents.at(path));
    for (const [path, records] of turned) {
      const before = this.documents.at(path);
      if (before) this.#replaceEntry(path, before, { ...before, records }, touched);
    }
  }

  /** A document has come or gone: overviews that link it say something else of the criteria beside the links. */
  #reachAnew(path: string, touched: Touched): void {
    for (const from of this.links.linking(path)) {
      const before = this.documents.at(from);
      const after = before && withReached(before, link => this.links.leads(link));
      if (after && after !== before) this.#replaceEntry(from, before, after, touched);
    }
  }

  /** Replaces the records of a document whose summary stays. */
  #replaceEntry(path: string, before: DocumentEntry, after: DocumentEntry, touched: Touched): void {
    const change = changeOf(path, before, after);
    this.#replaceRecords(change, touched);
    for (const index of [this.documents, this.references, this.folders]) index.replace(change, touched);
  }

  #replaceRecords({ gone, come }: DocumentChange, touched: Touched): void {
    for (const entry of gone) for (const index of this.#ofRecords) index.remove(entry, touched);
    for (const entry of come) for (const index of this.#ofRecords) index.set(entry, touched);
  }
}
