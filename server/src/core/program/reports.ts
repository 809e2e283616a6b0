import type { Catalogs } from '../catalog/catalogs.ts';
import { sameShape } from '../model/shape.ts';
import type { Indexes } from './indexes/indexes.ts';
import { touchAll } from './indexes/programIndex.ts';
import { currentReports, type Report, reportsOf } from './report.ts';
import type { Touched } from './touched.ts';

/** The reports of a program, and which of them are asked after. */
export class Reports {
  readonly #indexes: Indexes;
  #all: readonly Report[];
  #current: readonly Report[];
  #chosen: string | undefined;

  /** @param indexes those of the program, which has no document yet */
  constructor(indexes: Indexes, catalogs: Catalogs) {
    this.#indexes = indexes;
    this.#all = reportsOf(undefined, [], catalogs);
    this.#current = this.#all;
  }

  /** Every report, or the assumed one. */
  get all(): readonly Report[] {
    return this.#all;
  }

  /** The reports asked after: the chosen one, else the current ones. */
  get current(): readonly Report[] {
    return this.#current;
  }

  /** The id of the report chosen, if one was. */
  get chosen(): string | undefined {
    return this.#chosen;
  }

  /** Chooses the report that is asked after; undefined for the current ones. */
  choose(id: string | undefined): void {
    this.#chosen = id;
    this.#ask();
  }

  /**
   * Follows the manifest and, where it states no report, what is cited.
   * @param touched takes up what is judged otherwise under other reports
   * @returns whether any report is other than before
   */
  follow(catalogs: Catalogs, touched: Touched): boolean {
    const { citations, definitions, references, documents, links, manifests } = this.#indexes;
    const reports = reportsOf(manifests.stated?.shape, citations.takeIds(), catalogs);
    if (sameReports(reports, this.#all)) return false;
    // What is judged by the day it happened is judged by the days of the reports, and its findings name the report.
    if (!sameNamesAndDays(reports, this.#all)) touchAll([definitions, references], touched);
    const wasConfidential = this.haveInScope('C1.1');
    this.#all = reports;
    this.#ask();
    // Whether links may lead to what says that it is confidential is judged where confidentiality is in scope.
    if (wasConfidential !== this.haveInScope('C1.1')) links.touchConfidential(documents, touched);
    touchAll([manifests, citations], touched);
    return true;
  }

  /** Whether a report asked after has a criterion in its scope, and does not exclude it. */
  haveInScope(criterion: string): boolean {
    return this.#current.some(
      ({ criteria, excluded }) => criteria.has(criterion) && !excluded.has(criterion),
    );
  }

  #ask(): void {
    const chosen = this.#all.filter(({ id }) => id === this.#chosen);
    this.#current = chosen.length > 0 ? chosen : currentReports(this.#all);
  }
}

function sameNamesAndDays(a: readonly Report[], b: readonly Report[]): boolean {
  return sameShape(a.map(nameAndDays), b.map(nameAndDays));
}

/** The name of a report, and what tells which days it speaks about and whether it is asked after. */
function nameAndDays({ id, type, asOf, period, state, assumed }: Report) {
  return { id, type, asOf, period, state, assumed };
}

function sameReports(a: readonly Report[], b: readonly Report[]): boolean {
  return sameShape(a.map(plain), b.map(plain));
}

function plain(report: Report) {
  return { ...report, criteria: [...report.criteria], excluded: [...report.excluded] };
}
