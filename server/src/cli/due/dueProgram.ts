import type { Due } from '../../core/program/evidence/due.ts';
import type { Report } from '../../core/program/report.ts';
import type { AskedProgram } from '../programs.ts';

/** A program with what is due for each of its reports. */
export interface DueProgram {
  readonly program: AskedProgram;
  readonly reports: readonly { readonly report: Report; readonly due: Due }[];
}
