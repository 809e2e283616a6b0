import type { SuppressedFinding } from '../core/engine.ts';
import type { Severity } from '../core/rules/severity.ts';
import type { Fixed } from './fix.ts';
import type { Located } from './located.ts';
import type { AskedProgrammes } from './programmes.ts';

/** What `tickmark check` has to tell. */
export interface Outcome {
  readonly asked: AskedProgrammes;
  /** What is reported. */
  readonly located: readonly Located[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly suppressed: readonly Located<SuppressedFinding>[];
  readonly fixed: readonly Fixed[];
  /** How many findings are not reported because the baseline has them, or an earlier revision had. */
  readonly known: number;
  /** What the baseline has and is found no more. */
  readonly gone: readonly BaselineEntry[];
  /** The baseline that was written, and how many findings are in it. */
  readonly recorded: { readonly file: string; readonly count: number } | undefined;
}

/** A finding as a baseline has it. */
export interface BaselineEntry {
  /** The root of its programme, relative to the folder of the baseline, with `/`; `.` for that folder itself. */
  readonly programme: string;
  /** Its document, relative to that root. */
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
}
