// The days of windows that logs and populations cover.
import { daysLater } from '../text/calendar.ts';
import { hasDateAfter } from './activity.ts';
import { hasDay, inCommon } from './days.ts';
import type { EmptyWindow } from './emptyWindows.ts';
import { isItem, isLog, plainType } from './expectations.ts';
import type { Filed, Filing } from './filing.ts';
import type { TimedEvidence } from './input.ts';
import { daysNamed } from './labels.ts';
import type { Filings } from './performances.ts';
import type { Problem } from './problems.ts';

/** Files what tells of every day: one may cover many windows, and several together one. */
export function fileLogs(task: Filings): Filed {
  const all = task.evidence.map(({ evidence, cells }) => filedLog(evidence, cells, task));
  return { filings: all.flatMap(one => one.filings), problems: all.flatMap(one => one.problems) };
}

function filedLog(evidence: TimedEvidence, cells: readonly number[], task: Filings): Filed {
  const { windows, active, today, fiscalYearBegins } = task;
  const { id, covers, window: label, performed } = evidence;
  if (hasDateAfter(evidence, today)) return { filings: [], problems: [{ is: 'future', evidence: id }] };
  const named = label === undefined ? undefined : daysNamed(label, fiscalYearBegins);
  const problems: Problem[] = [];
  if (label !== undefined && !named && !covers) problems.push({ is: 'label', evidence: id, label });
  const stated = covers ?? (isPerformance(evidence) ? undefined : named);
  if (!stated) {
    const day = performed ?? drawnOn(evidence);
    if (performed !== undefined && !hasDay(active, performed))
      problems.push({ is: 'inactive', evidence: id, performed });
    const filings = windows.filter(window => day !== undefined && hasDay(window, day));
    return { filings: filings.map(window => onFile(evidence, window, day)), problems };
  }
  if (!windows.some(({ kind }) => canCover(evidence, kind))) {
    const filings = windows.filter(window => inCommon(window, stated));
    return { filings: filings.map(window => onFile(evidence, window, stated.to)), problems };
  }
  const drawn = drawnOn(evidence);
  if (covers && drawn !== undefined && drawn <= covers.to)
    problems.push({ is: 'beyond', evidence: id, to: covers.to, drawn });
  const known = { from: stated.from, to: lastKnownDay(stated.to, drawn, today) };
  const filings = windows.flatMap((window): Filing[] => {
    const days = inCommon(window, known);
    return days ? [{ evidence, window, cells, marks: [], day: stated.to, covers: days }] : [];
  });
  return { filings, problems };
}

/** Whether evidence is of one performance: it states its day and no others, and is not a log by its type. */
function isPerformance(evidence: TimedEvidence): boolean {
  return evidence.performed !== undefined && evidence.covers === undefined && !isLog(evidence);
}

/** The day on which a log or a population was drawn. */
function drawnOn({ extractedOn, collected }: TimedEvidence): string | undefined {
  return extractedOn ?? collected;
}

/** What happens on the day on which a log is drawn, or later, is not in it. */
function lastKnownDay(to: string, drawn: string | undefined, today: string): string {
  const last = daysLater(drawn === undefined || drawn > today ? today : drawn, -1);
  return to < last ? to : last;
}

function onFile(evidence: TimedEvidence, window: EmptyWindow, day: string | undefined): Filing {
  return { evidence, window, cells: [], marks: [], day };
}

/** Whether evidence can show that nothing is missing from its days: single items cannot, nor can a population that nobody can draw again. */
function canCover(evidence: TimedEvidence, kind: EmptyWindow['kind']): boolean {
  if (isItem(evidence)) return false;
  const isWhole = evidence.hasQuery && evidence.count !== undefined && drawnOn(evidence) !== undefined;
  const isPopulation = evidence.type !== undefined && plainType(evidence.type) === 'population';
  const asksForPopulation = kind === 'population' && !isLog(evidence);
  return isWhole || !(isPopulation || asksForPopulation);
}
