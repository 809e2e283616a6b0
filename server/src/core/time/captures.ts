import { impossibility } from './activity.ts';
import { areWithin, hasDay } from './days.ts';
import type { EmptyWindow } from './emptyWindows.ts';
import type { Filed, Filing } from './filing.ts';
import type { TimedEvidence } from './input.ts';
import { daysNamed } from './labels.ts';
import type { Filings } from './performances.ts';

/** Files captures of a configuration: each counts when it was made on a day of the window. */
export function fileCaptures({ windows, evidence, active, today, fiscalYearBegins }: Filings): Filed {
  const problems = evidence.flatMap(one => impossibility(one.evidence, active, today) ?? []);
  const possible = evidence.filter(one => !problems.some(problem => problem.evidence === one.evidence.id));
  const filings = possible.flatMap(one =>
    windows.flatMap(window => filedIn(window, one.evidence, one.cells, fiscalYearBegins)),
  );
  return { filings, problems };
}

function filedIn(
  window: EmptyWindow,
  evidence: TimedEvidence,
  cells: readonly number[],
  fiscalYearBegins: number,
): readonly Filing[] {
  const { performed, window: label, covers, collected } = evidence;
  const named = label === undefined ? undefined : daysNamed(label, fiscalYearBegins);
  const days = performed === undefined ? (named ?? covers) : { from: performed, to: performed };
  if (days) return areWithin(days, window) ? [{ evidence, window, cells, marks: [], day: days.to }] : [];
  if (collected === undefined || !hasDay(window, collected)) return [];
  return [{ evidence, window, cells, marks: ['by-collection'], day: collected }];
}
