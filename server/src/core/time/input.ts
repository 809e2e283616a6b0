// What windows are computed from. Dates are calendar dates that exist: whoever reads them leaves out others.
import type { Cadence } from './cadence.ts';
import type { Days } from './days.ts';
import type { Grace } from './grace.ts';

/** An earlier version of a control. */
export interface EarlierVersion {
  /** Its first and its last day, as far as they are stated. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** How often it was performed; undefined where that is not said, so it was as often as in the version after it. */
  readonly cadences: readonly Cadence[] | undefined;
}

/** A control, as far as its windows depend on it. */
export interface TimedControl {
  /** `never`: planned, designed, or a draft. `retired` says nothing of the day, which `retiredOn` states. */
  readonly inForce: 'yes' | 'retired' | 'never';
  readonly implementedOn: string | undefined;
  /** The first day on which it is no more. */
  readonly retiredOn: string | undefined;
  /** How often it is performed, each of them with windows of its own. */
  readonly cadences: readonly Cadence[];
  readonly history: readonly EarlierVersion[];
  /** The systems on which it operates, as far as the report covers them. */
  readonly systems: readonly string[];
  /** The types of evidence that each performance leaves. */
  readonly expects: readonly string[];
  /** The days of grace of all of its windows, where it sets them. */
  readonly grace: number | undefined;
}

/** Something on file for a control. */
export interface TimedEvidence {
  readonly id: string;
  readonly type: string | undefined;
  /** Which of what the control expects it says that it is; empty where it does not say. */
  readonly expects: readonly string[];
  readonly systems: readonly string[];
  /** The label of the window to which it says that it belongs. */
  readonly window: string | undefined;
  readonly performed: string | undefined;
  readonly covers: Days | undefined;
  readonly collected: string | undefined;
  readonly extractedOn: string | undefined;
  readonly hasQuery: boolean;
  /** How many items a population has. */
  readonly count: 'none' | 'some' | undefined;
}

/** What is asked for. */
export interface WindowsQuestion {
  /** The days of the report. */
  readonly period: Days;
  /** The month in which the fiscal year begins, 1 to 12. */
  readonly fiscalYearBegins: number;
  readonly control: TimedControl;
  /** Days of grace that the program sets. */
  readonly grace: Grace;
  readonly evidence: readonly TimedEvidence[];
  readonly today: string;
}
