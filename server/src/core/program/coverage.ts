import { activeControl, type Tally } from './bearing.ts';
import { type CoveringRecord, coveringRecords } from './covering.ts';
import { type Deviating, deviationsFrom, deviationsOf } from './deviations.ts';
import { type CriterionInTime, criterionInTime, notInTime } from './evidence/criterionInTime.ts';
import { periodOf } from './evidence/evidence.ts';
import { isOnFile } from './evidence/onFile.ts';
import type { Indexes } from './indexes/indexes.ts';
import {
  type CriterionCoverage,
  isReached,
  type LadderState,
  type Mark,
  type Standing,
  stateOf,
} from './ladder.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { openTasks } from './plan.ts';
import { exclusionReason } from './reason.ts';
import { isControl, nameOf } from './record.ts';
import type { Report } from './report.ts';
import type { UnservedDays } from './unserved.ts';

/** Where criteria stand in reports, by the records that cite them. */
export class Coverage {
  readonly #indexes: Pick<Indexes, 'citations' | 'kinds' | 'definitions' | 'evidence' | 'plans'>;
  readonly #today: () => string;

  /** @param today gives the calendar date that stands for today */
  constructor(
    indexes: Pick<Indexes, 'citations' | 'kinds' | 'definitions' | 'evidence' | 'plans'>,
    today: () => string,
  ) {
    this.#indexes = indexes;
    this.#today = today;
  }

  /** How far along a criterion is, and why. */
  of(report: Report, criterion: string): CriterionCoverage {
    const { state, marks, vendors, unserved, deviations } = this.#markedState(report, criterion);
    const tally = this.tally(report, criterion);
    return {
      criterion,
      state,
      marks,
      reason: marks.includes('excluded')
        ? exclusionReason(report.excluded.get(criterion))
        : this.#reason(report, criterion, state),
      vendors,
      unserved: unserved.map(({ from, to }) => ({ from, to })),
      deviations: [...new Set(deviations.map(({ deviation }) => nameOf(deviation)))],
      deviating: [...new Set(deviations.map(({ control }) => nameOf(control)))],
      tasks: openTasks(this.#indexes.plans.ofCriterion(criterion)),
      controls: activeControl.reduce((sum, bearing) => sum + (tally.get(bearing) ?? 0), 0),
    };
  }

  /**
   * How far along a criterion is: what is quickly told, however many records cite it. Of the marks it has only those that are
   * said in place of the state.
   */
  stateOf(report: Report, criterion: string): Standing {
    const ladderState = stateOf(this.tally(report, criterion));
    if (report.excluded.has(criterion)) return { state: ladderState, marks: ['excluded'], vendors: [] };
    const isEvidenced = ladderState === 'implemented' && this.#inTime(report, criterion).isEvidenced;
    const state = isEvidenced ? 'evidenced' : ladderState;
    const vendors = isReached(state) ? this.#vendors(report, criterion) : [];
    return { state, marks: vendors.length > 0 ? ['relies-on-vendor'] : [], vendors };
  }

  /** The same with every mark. */
  markedState(report: Report, criterion: string): Standing {
    const { state, marks, vendors } = this.#markedState(report, criterion);
    return { state, marks, vendors };
  }

  /** The days of the period of a report on which no control serves a criterion; none where it has no period. */
  unserved(report: Report, criterion: string): readonly UnservedDays[] {
    const { type, period } = report;
    if (type !== 2 || !period) return [];
    return this.#indexes.citations.tallies.unserved(criterion, this.#outlook(report), period);
  }

  /** How many records bear on a criterion, and as what. */
  tally(report: Report, criterion: string): Tally {
    return this.#indexes.citations.tallies.of(criterion, this.#outlook(report));
  }

  /** The records that bear on a criterion: controls, then vendors, then documents, then mentions, and what does not count last. */
  covering(report: Report, criterion: string): CoveringRecord[] {
    return coveringRecords(criterion, this.#indexes.citations.of(criterion), this.#outlook(report));
  }

  /** The first of them; undefined where none does. */
  first(report: Report, criterion: string): CoveringRecord | undefined {
    return this.#indexes.citations.tallies.first(criterion, this.#outlook(report));
  }

  /** The deviations that belong to a report, each with every control that it names. */
  deviations(report: Report): readonly Deviating[] {
    const { kinds, definitions, evidence } = this.#indexes;
    return deviationsOf(report, kinds.of('deviation'), definitions, evidence.fiscalYearBegins);
  }

  /** Forgets what was counted for reports other than these, or for another day. */
  keep(reports: readonly Report[]): void {
    this.#indexes.citations.tallies.keep(new Set(reports.map(report => this.#outlook(report).key)));
    this.#indexes.evidence.keep(reports);
  }

  /** One sentence: why it stands where it does by its records, and what its windows add to that. */
  #reason(report: Report, criterion: string, state: LadderState): string {
    const reason = this.#indexes.citations.tallies.reason(criterion, this.#outlook(report));
    const { reason: more } = this.#inTime(report, criterion);
    const words = state === 'implemented' && this.#isOnFile(report, criterion) ? 'evidence is on file' : more;
    return words === undefined ? reason : `${reason.replace(/\.$/, '')}; ${words}.`;
  }

  #inTime(report: Report, criterion: string): CriterionInTime {
    const { citations, evidence } = this.#indexes;
    if (!evidence.isKept || !periodOf(report)) return notInTime;
    const outlook = this.#outlook(report);
    return citations.tallies.inTime(criterion, outlook, evidence.keyOf(report), citing =>
      criterionInTime(criterion, citing, outlook, control => evidence.windows(report, control)),
    );
  }

  /** Of a Type I, whether something is on file for one of its controls. */
  #isOnFile({ type, asOf }: Report, criterion: string): boolean {
    const { citations, evidence } = this.#indexes;
    if (type !== 1 || asOf === undefined || !evidence.isKept) return false;
    return [...citations.of(criterion)].some(
      entry => isControl(entry.shape) && isOnFile(evidence.of(entry), asOf),
    );
  }

  #markedState(report: Report, criterion: string) {
    const { state, marks, vendors } = this.stateOf(report, criterion);
    const isExcluded = marks.includes('excluded');
    const unserved = isReached(state) && !isExcluded ? this.unserved(report, criterion) : [];
    const deviations = isExcluded ? [] : this.#deviationsFrom(report, criterion);
    const also: Mark[] = [];
    if (unserved.length > 0) also.push('not-throughout');
    if (deviations.length > 0) also.push('deviation');
    const inTime = isExcluded ? [] : this.#inTime(report, criterion).marks;
    return { state, marks: [...marks, ...also, ...inTime], vendors, unserved, deviations };
  }

  #vendors(report: Report, criterion: string): readonly string[] {
    return this.#indexes.citations.tallies.carriers(criterion, this.#outlook(report));
  }

  #deviationsFrom(report: Report, criterion: string): readonly Deviating[] {
    const ofReport = this.deviations(report);
    return ofReport.length > 0 ? deviationsFrom(criterion, this.#outlook(report), ofReport) : [];
  }

  #outlook(report: Report): Outlook {
    return outlookOf(report, this.#today());
  }
}
