// Which evidence fills which windows of performances, by rules a to g.
import { daysOfLabel, monthsOf, wholeWindows } from './slowCalendar.ts';
import type { Dates, SlowCase, SlowEvidence, SlowMark } from './slowCase.ts';
import { isLog } from './slowCovering.ts';
import { daysFrom, monthsOn } from './slowDays.ts';
import { activeDays, type SlowWindow } from './slowExpected.ts';

/** A piece of evidence in a window of performances, or behind the period. */
export interface Filling {
  readonly evidence: SlowEvidence;
  readonly window: SlowWindow | 'behind the period';
  readonly marks: readonly SlowMark[];
  /** The day by which alone it was filed: then it can still move (rule e). */
  readonly movableDay?: string;
}

export interface Filed {
  readonly fillings: readonly Filling[];
  readonly findings: readonly string[];
}

/** b to f. What a piece of evidence fills of the windows of the calendar of one track, before anything moves. */
export function filedInCalendar(
  given: SlowCase,
  windows: readonly SlowWindow[],
  evidence: SlowEvidence,
): Filed {
  const { id, performed, covers, collected } = evidence;
  const days = labelDays(given, evidence);
  // b
  if (days) {
    const window = windowNamed(windows, days);
    if (window) {
      // What was filed before the window began was performed before it began.
      const day = performed ?? collected;
      if (day !== undefined && day < (window.whole[0] ?? '')) {
        return { fillings: [], findings: [`${id}: performed before ${window.name}`] };
      }
      const late: SlowMark[] = performed !== undefined && performed > window.graceEnds ? ['late'] : [];
      return one({ evidence, window, marks: [...late, ...byPeriod(given, performed)] });
    }
    if (isOfAnotherReport(given, windows, days)) return { fillings: [], findings: [] };
  }
  const findings =
    evidence.window === undefined ? [] : [`${id}: ${evidence.window} is no window of this control`];
  // c
  if (covers && performed === undefined) {
    const held = windows.filter(window => isHeldBy(window, covers) && isShort(evidence, covers, window));
    if (held.length === 0 && !isOfOtherWindows(given, windows, evidence, covers)) {
      findings.push(`${id}: covers no window, or more than twice the interval`);
    }
    return { fillings: held.map(window => ({ evidence, window, marks: [] })), findings };
  }
  // d
  if (covers && performed !== undefined) {
    const window = windows
      .filter(one => isHeldBy(one, covers) && performed >= (one.days[0] ?? '') && performed <= one.graceEnds)
      .at(-1);
    if (window) return one({ evidence, window, marks: byPeriod(given, performed) }, findings);
  }
  // e and f
  const day = performed ?? collected;
  if (day === undefined || !activeDays(given.control).has(day)) return { fillings: [], findings };
  const window = windows.find(one => liesIn(given, one, one === windows[0], day));
  if (!window && day <= given.report.period.end) return { fillings: [], findings };
  const marks: SlowMark[] = [
    ...byPeriod(given, day),
    ...(performed === undefined ? ['by-collection' as const] : []),
  ];
  return one({ evidence, window: window ?? 'behind the period', marks, movableDay: day }, findings);
}

/** g. What fills the one interval that ends with the span. The text says no more of a label than where half of it must lie. */
export function filedInLast(given: SlowCase, window: SlowWindow, evidence: SlowEvidence): Filed {
  const { id, performed, covers, collected } = evidence;
  const days = labelDays(given, evidence);
  const isIn = performed !== undefined && window.days.includes(performed);
  if (days) {
    if (days.every(day => window.days.includes(day))) {
      const day = performed ?? collected;
      if (day !== undefined && day < (window.days[0] ?? '')) {
        return { fillings: [], findings: [`${id}: performed before ${window.name}`] };
      }
      const late: SlowMark[] = performed !== undefined && performed > window.graceEnds ? ['late'] : [];
      return one({ evidence, window, marks: [...late, ...byPeriod(given, performed)] });
    }
    const isMeant =
      performed === undefined ? isHalfIn(days, window) : isIn && days.some(day => window.days.includes(day));
    return isMeant
      ? one({ evidence, window, marks: byPeriod(given, performed) })
      : { fillings: [], findings: [] };
  }
  const findings =
    evidence.window === undefined ? [] : [`${id}: ${evidence.window} is no window of this control`];
  if (covers && performed === undefined) {
    const covered = daysFrom(covers.from, covers.to);
    const isFilled =
      isShort(evidence, covers, window) && (isHeldBy(window, covers) || isHalfIn(covered, window));
    if (isFilled) return one({ evidence, window, marks: [] }, findings);
    if (covered.some(day => window.days.includes(day)) && findings.length === 0) {
      findings.push(`${id}: covers no window, or more than twice the interval`);
    }
    return { fillings: [], findings };
  }
  if (performed !== undefined) {
    const isInTime = performed >= (window.days[0] ?? '') && performed <= window.graceEnds;
    const isFilled = isIn || (covers !== undefined && isHeldBy(window, covers) && isInTime);
    return isFilled
      ? one({ evidence, window, marks: byPeriod(given, performed) }, findings)
      : { fillings: [], findings };
  }
  if (collected === undefined || !window.days.includes(collected)) return { fillings: [], findings };
  return one({ evidence, window, marks: [...byPeriod(given, collected), 'by-collection'] }, findings);
}

function one(filling: Filling, findings: readonly string[] = []): Filed {
  return { fillings: [filling], findings };
}

/** b. The window that holds all of a label's days: of several versions the shortest, and rather one that is expected. */
function windowNamed(windows: readonly SlowWindow[], days: readonly string[]): SlowWindow | undefined {
  const holding = windows.filter(window => days.every(day => window.whole.includes(day)));
  const shortest = Math.min(...holding.map(window => window.whole.length));
  const short = holding.filter(window => window.whole.length === shortest);
  return short.find(window => window.expected) ?? short[0];
}

/** b. Whether a label names a window of such a control that this report does not have. */
function isOfAnotherReport(
  given: SlowCase,
  windows: readonly SlowWindow[],
  days: readonly string[],
): boolean {
  if (windows.some(window => days.some(day => window.whole.includes(day)))) return false;
  return windows.some(({ cadence }) =>
    wholeWindows(monthsOf[cadence] ?? 0, given.fiscalYearBegins).some(whole =>
      days.every(day => whole.days.includes(day)),
    ),
  );
}

/** c. Whether what is covered is of windows that this report does not have: then it is no wonder that it fills none here. */
function isOfOtherWindows(
  given: SlowCase,
  windows: readonly SlowWindow[],
  evidence: SlowEvidence,
  covers: Dates,
): boolean {
  const covered = new Set(daysFrom(covers.from, covers.to));
  if (!windows.some(window => window.whole.some(day => covered.has(day)))) return true;
  return windows.some(
    window =>
      isShort(evidence, covers, window) &&
      wholeWindows(monthsOf[window.cadence] ?? 0, given.fiscalYearBegins).some(whole =>
        whole.days.every(day => covered.has(day)),
      ),
  );
}

/** e. Whether a day lies in a window, or in the part of the first one that the period cuts off before its start. */
function liesIn({ report }: SlowCase, window: SlowWindow, isFirst: boolean, day: string): boolean {
  if (window.days.includes(day)) return true;
  const isCutByPeriod = isFirst && window.days[0] === report.period.start;
  return isCutByPeriod && day < report.period.start && window.whole.includes(day);
}

function labelDays(given: SlowCase, { window }: SlowEvidence): readonly string[] | undefined {
  return window === undefined ? undefined : daysOfLabel(window, given.fiscalYearBegins);
}

/** c. Whether a window lies wholly in what is covered. */
function isHeldBy({ days }: SlowWindow, { from, to }: Dates): boolean {
  return days.every(day => day >= from && day <= to);
}

/** g. Whether at least half of some days lie in a window. */
function isHalfIn(days: readonly string[], window: SlowWindow): boolean {
  return 2 * days.filter(day => window.days.includes(day)).length >= days.length;
}

/** c. Whether what is covered is no longer than two intervals, counted in months; a log or a population may be longer. */
function isShort(evidence: SlowEvidence, { from, to }: Dates, { cadence }: SlowWindow): boolean {
  return isLog(evidence) || monthsOn(from, 2 * (monthsOf[cadence] ?? 0)) > to;
}

function byPeriod({ report }: SlowCase, day: string | undefined): SlowMark[] {
  if (day === undefined) return [];
  if (day < report.period.start) return ['before-period'];
  return day > report.period.end ? ['after-period'] : [];
}
