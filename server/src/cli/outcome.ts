import type { Fixed } from './fix.ts';
import type { AskedPrograms } from './programs.ts';
import type { Counts, Told } from './told.ts';

/** What `tickmark check` has to tell. */
export interface Outcome {
  readonly asked: AskedPrograms;
  /** Of each document with anything to tell, by program and path. */
  readonly told: readonly Told[];
  readonly counts: Counts;
  readonly fixed: readonly Fixed[];
  /** What the baseline has and is found no more. */
  readonly gone: readonly BaselineEntry[];
  /** The baseline that was written, and how many findings are in it. */
  readonly recorded: { readonly file: string; readonly count: number } | undefined;
}

/** A finding as a baseline has it. */
export interface BaselineEntry {
  /** The root of its program, relative to the folder of the baseline, with `/`; `.` for that folder itself. */
  readonly program: string;
  /** Its document, relative to that root. */
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
}
