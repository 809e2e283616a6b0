import type { Program } from '../program.ts';
import { byPlace, type RecordEntry } from '../record.ts';
import type { Report } from '../report.ts';
import type { ControlWindows } from './controlWindows.ts';

/** A control of a report with its windows. */
export interface ControlInTime extends ControlWindows {
  readonly entry: RecordEntry;
}

/**
 * The controls of a report with their windows, by place; none where the report is not over a period. A control
 * from which nothing is expected has no windows.
 */
export function controlsInTime(program: Program, report: Report): readonly ControlInTime[] {
  const all = [...program.ofKind('control'), ...program.ofKind('procedure')];
  const found = all.flatMap((entry): ControlInTime[] => {
    const windows = program.evidence.windows(report, entry);
    return windows ? [{ entry, ...windows }] : [];
  });
  return found.sort((a, b) => byPlace(a.entry, b.entry));
}
