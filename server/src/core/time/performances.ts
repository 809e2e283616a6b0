// Which windows of the calendar performances fill: by the label, else by the days covered, else by the day itself.
import { daysLater, monthsLater } from '../text/calendar.ts';
import { impossibility } from './activity.ts';
import { type DayFiling, filedByDay } from './byDay.ts';
import { intervalOf } from './cadence.ts';
import { areWithin, countOf, type Days, hasDay, inCommon } from './days.ts';
import type { EmptyWindow } from './emptyWindows.ts';
import { isLog } from './expectations.ts';
import type { Filed, Filing, Mark } from './filing.ts';
import type { TimedEvidence } from './input.ts';
import { daysNamed, windowWith } from './labels.ts';
import type { Problem } from './problems.ts';

/** What the windows of one track, and the evidence for them, are filed by. */
export interface Filings {
  readonly windows: readonly EmptyWindow[];
  /** With the cells that each fills, which are the same in every window; none for what is only on file. */
  readonly evidence: readonly { readonly evidence: TimedEvidence; readonly cells: readonly number[] }[];
  readonly period: Days;
  readonly active: Days;
  readonly fiscalYearBegins: number;
  readonly today: string;
}

/** Where one piece of evidence goes: into windows, or it waits for the others because only its day decides. */
interface Step {
  readonly filings?: readonly Filing[];
  readonly byDay?: DayFiling;
  readonly problems?: readonly Problem[];
}

/** Files performances into windows of the calendar. */
export function filePerformances(task: Filings): Filed {
  const steps = task.evidence.map(({ evidence, cells }) => stepOf(evidence, cells, task));
  const filings = steps.flatMap(step => step.filings ?? []);
  const waiting = steps.flatMap(step => step.byDay ?? []);
  return {
    filings: [...filings, ...filedByDay(waiting, filings, task)],
    problems: steps.flatMap(step => step.problems ?? []),
  };
}

function stepOf(evidence: TimedEvidence, cells: readonly number[], task: Filings): Step {
  const problem = impossibility(evidence, task.active, task.today);
  if (problem) return { problems: [problem] };
  const label = evidence.window;
  if (label === undefined) return withoutLabel(evidence, cells, task);
  const named = daysNamed(label, task.fiscalYearBegins);
  const window = named && windowOfLabel(named, task.windows);
  if (window) return labeled(evidence, cells, window, task);
  if (named && isOfAnotherReport(named, task)) return {};
  const step = withoutLabel(evidence, cells, task);
  return { ...step, problems: [{ is: 'label', evidence: evidence.id, label }, ...(step.problems ?? [])] };
}

/** The window whose days hold all that a label names: the shortest, where versions of different cadences share a time. */
function windowOfLabel(named: Days, windows: readonly EmptyWindow[]): EmptyWindow | undefined {
  const holding = windows.filter(({ whole }) => areWithin(named, whole));
  const rank = ({ whole, isExpected }: EmptyWindow) => countOf(whole) + (isExpected ? 0 : 0.5);
  return holding.sort((a, b) => rank(a) - rank(b))[0];
}

/** Whether a label names a window that the control has, but not in this report. */
function isOfAnotherReport(named: Days, { windows, fiscalYearBegins }: Filings): boolean {
  if (windows.some(({ whole }) => inCommon(whole, named))) return false;
  return intervalsOf(windows).some(months =>
    areWithin(named, windowWith(named.from, months, fiscalYearBegins)),
  );
}

function intervalsOf(windows: readonly EmptyWindow[]): readonly number[] {
  return [...new Set(windows.flatMap(({ cadence }) => intervalOf(cadence) ?? []))];
}

function labeled(
  evidence: TimedEvidence,
  cells: readonly number[],
  window: EmptyWindow,
  { period }: Filings,
): Step {
  const { id, performed } = evidence;
  const day = performed ?? evidence.collected;
  if (day !== undefined && day < window.whole.from)
    return {
      problems: [{ is: 'early', evidence: id, window: window.name, begins: window.whole.from, day }],
    };
  const late: readonly Mark[] = performed !== undefined && performed > window.closes ? ['late'] : [];
  const marks = [...late, ...marksOutside(performed, period)];
  return { filings: [{ evidence, window, cells, marks, day: performed }] };
}

/** The marks of what was performed outside of the period. */
export function marksOutside(performed: string | undefined, period: Days): readonly Mark[] {
  if (performed === undefined || hasDay(period, performed)) return [];
  return [performed < period.from ? 'before-period' : 'after-period'];
}

function withoutLabel(evidence: TimedEvidence, cells: readonly number[], task: Filings): Step {
  const { performed, covers, collected } = evidence;
  if (covers && performed === undefined) return byCovers(evidence, cells, covers, task);
  const { windows, period, active } = task;
  if (covers && performed !== undefined) {
    const window = windows.filter(one => areWithin(one, covers) && isInTime(performed, one)).at(-1);
    if (window) {
      const marks = marksOutside(performed, period);
      return { filings: [{ evidence, window, cells, marks, day: performed }] };
    }
  }
  const day = performed ?? collected;
  // What was filed when the control was no longer active tells nothing of when it was performed.
  if (day === undefined || !hasDay(active, day)) return {};
  const byCollection: readonly Mark[] = performed === undefined ? ['by-collection'] : [];
  return { byDay: { evidence, cells, day, marks: [...byCollection, ...marksOutside(day, period)] } };
}

/** Whether something was done in a window or in its grace time. */
function isInTime(day: string, { from, closes }: EmptyWindow): boolean {
  return from <= day && day <= closes;
}

/** Without a day of performance, evidence fills each window that lies wholly in what it covers. */
function byCovers(evidence: TimedEvidence, cells: readonly number[], covers: Days, task: Filings): Step {
  const { windows, fiscalYearBegins } = task;
  const filled = windows.filter(one => areWithin(one, covers) && isShortEnough(evidence, covers, one));
  if (filled.length > 0)
    return { filings: filled.map(window => ({ evidence, window, cells, marks: [], day: undefined })) };
  const isOfOthers = !windows.some(({ whole }) => inCommon(whole, covers));
  const holdsAnother = windows.some(window => {
    const months = intervalOf(window.cadence) ?? 0;
    return isShortEnough(evidence, covers, window) && holdsWhole(covers, months, fiscalYearBegins);
  });
  return isOfOthers || holdsAnother ? {} : { problems: [{ is: 'covers', evidence: evidence.id }] };
}

/** Whether days are no more than two intervals, counted in months. A log or a population tells of each day, however many. */
function isShortEnough(evidence: TimedEvidence, { from, to }: Days, { cadence }: EmptyWindow): boolean {
  return isLog(evidence) || monthsLater(from, 2 * (intervalOf(cadence) ?? 0)) > to;
}

function holdsWhole({ from, to }: Days, months: number, fiscalYearBegins: number): boolean {
  const first = windowWith(from, months, fiscalYearBegins);
  const next = first.from === from ? first : windowWith(daysLater(first.to, 1), months, fiscalYearBegins);
  return next.to <= to;
}
