import type { Tally } from './bearing.ts';
import { type CoveringRecord, coveringRecords } from './covering.ts';
import type { Citations } from './indexes/citations.ts';
import { type CriterionCoverage, stateOf } from './ladder.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { exclusionReason } from './reason.ts';
import type { Report } from './report.ts';

/** Where criteria stand in reports, by the records that cite them. */
export class Coverage {
  readonly #citations: Citations;
  readonly #today: () => string;

  /** @param today gives the calendar date that stands for today */
  constructor(citations: Citations, today: () => string) {
    this.#citations = citations;
    this.#today = today;
  }

  /** How far along a criterion is, and why. */
  of(report: Report, criterion: string): CriterionCoverage {
    const stateAndMarks = this.stateOf(report, criterion);
    const reason = report.excluded.has(criterion)
      ? exclusionReason(report.excluded.get(criterion))
      : this.#citations.tallies.reason(criterion, this.#outlook(report));
    return { criterion, ...stateAndMarks, reason };
  }

  /** How far along a criterion is: what is quickly told, however many records cite it. */
  stateOf(report: Report, criterion: string): Pick<CriterionCoverage, 'state' | 'marks'> {
    const state = stateOf(this.tally(report, criterion));
    return { state, marks: report.excluded.has(criterion) ? ['excluded'] : [] };
  }

  /** How many records bear on a criterion, and as what. */
  tally(report: Report, criterion: string): Tally {
    return this.#citations.tallies.of(criterion, this.#outlook(report));
  }

  /** The records that bear on a criterion: controls before documents before mentions, what does not count last. */
  covering(report: Report, criterion: string): CoveringRecord[] {
    return coveringRecords(criterion, this.#citations.of(criterion), this.#outlook(report));
  }

  /** The first of them; undefined where none does. */
  first(report: Report, criterion: string): CoveringRecord | undefined {
    return this.#citations.tallies.first(criterion, this.#outlook(report));
  }

  /** Forgets what was counted for reports other than these, or for another day. */
  keep(reports: readonly Report[]): void {
    this.#citations.tallies.keep(new Set(reports.map(report => this.#outlook(report).key)));
  }

  #outlook(report: Report): Outlook {
    return outlookOf(report, this.#today());
  }
}
