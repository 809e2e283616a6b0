// What a case is made of, and what comes of it, in the shape of the worked cases.
import type { Cadence } from './slowCalendar.ts';

export interface Dates {
  readonly from: string;
  readonly to: string;
}

export interface SlowEvidence {
  readonly id: string;
  readonly type?: string;
  readonly expects?: string;
  readonly window?: string;
  readonly performed?: string;
  readonly covers?: Dates;
  readonly collected?: string;
  readonly extractedOn?: string;
  readonly query?: string;
  readonly count?: number;
  readonly systems?: readonly string[];
}

export interface SlowControl {
  readonly frequency: Cadence | readonly Cadence[];
  readonly status?: 'draft' | 'planned' | 'designed' | 'implemented' | 'retired';
  readonly implementedOn?: string;
  readonly retiredOn?: string;
  readonly history?: readonly {
    readonly from: string;
    readonly to?: string;
    readonly frequency: Cadence | readonly Cadence[];
  }[];
  readonly systems?: readonly string[];
  readonly expects?: readonly string[];
  /** Its own grace time, in days. */
  readonly grace?: number;
}

export interface SlowCase {
  readonly report: {
    readonly period: { readonly start: string; readonly end: string };
    readonly systems?: readonly string[];
  };
  readonly fiscalYearBegins: number;
  /** The grace times of the program, in days, by frequency. */
  readonly grace?: Partial<Readonly<Record<Cadence, number>>>;
  readonly control: SlowControl;
  readonly evidence: readonly SlowEvidence[];
  readonly today: string;
}

export type SlowState =
  | 'upcoming'
  | 'due'
  | 'complete'
  | 'partial'
  | 'gap'
  | 'not exercised'
  | 'not expected';
export type SlowMark = 'late' | 'before-period' | 'after-period' | 'by-collection';

export interface SlowCell {
  readonly system?: string;
  readonly expects?: string;
  /** The evidence that fills it, or covers a part of it. */
  readonly evidence: readonly string[];
}

export interface SlowResult {
  readonly windows: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly state: SlowState;
    readonly marks: readonly SlowMark[];
    readonly cells: readonly SlowCell[];
  }[];
  readonly findings: readonly string[];
}
