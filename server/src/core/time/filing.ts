import type { Days } from './days.ts';
import type { EmptyWindow } from './emptyWindows.ts';
import type { TimedEvidence } from './input.ts';
import type { Problem } from './problems.ts';

/** What is said beside the state of a window. `by-collection`: nothing but the day on which the evidence was filed is known. */
export type Mark = 'late' | 'before-period' | 'after-period' | 'by-collection';

/** Evidence that belongs to a window. */
export interface Filing {
  readonly evidence: TimedEvidence;
  readonly window: EmptyWindow;
  /** The numbers of the cells of the window that it fills. */
  readonly cells: readonly number[];
  readonly marks: readonly Mark[];
  /** The day of performance, or what stands for it. */
  readonly day: string | undefined;
  /** Of a log or a population, the days of the window that it covers; undefined for what covers none. */
  readonly covers?: Days | undefined;
}

/** What was filed, and what is wrong with what. */
export interface Filed {
  readonly filings: readonly Filing[];
  readonly problems: readonly Problem[];
}
