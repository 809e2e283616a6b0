import type { ControlInTime } from '../../core/program/evidence/controlsInTime.ts';
import { nameOf, type RecordEntry } from '../../core/program/record.ts';
import type { Report } from '../../core/program/report.ts';
import type { AskedProgram } from '../programs.ts';

/** A program with the controls of each report that are asked after. */
export interface ShownProgram {
  readonly program: AskedProgram;
  readonly reports: readonly { readonly report: Report; readonly controls: readonly ControlInTime[] }[];
}

/** What a control is called in a row of a table, its title, and its owner. */
export function controlCells(entry: RecordEntry): string[] {
  const { shape } = entry;
  return [nameOf(entry), shape.title ?? '', shape.values['owner']?.text ?? ''];
}
