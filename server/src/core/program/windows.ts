// The windows in which evidence is expected, as people name them: calendar months, quarters, halves, and years.
import { daysLater, monthsLater } from '../text/calendar.ts';

/** A window of the calendar. */
export interface Window {
  /** As evidence names it: `2026-03`, `2026-Q1`, `2026-H1`, `2026`. */
  readonly label: string;
  /** Its first and its last day. */
  readonly start: string;
  readonly end: string;
}

/** How many months a window has. What is done more often than monthly has a window for each month. */
const lengths = new Map([
  ['daily', 1],
  ['weekly', 1],
  ['monthly', 1],
  ['quarterly', 3],
  ['semiannual', 6],
  ['annual', 12],
]);
/** No period has more windows that anybody would choose from. */
const mostWindows = 60;

/**
 * The windows of the calendar that have a day in a period, for a control of a frequency. None for one without windows of its
 * own: what is continuous or depends on events has the whole period, and a cron expression says it in another way.
 */
export function windowsIn(
  frequency: string,
  period: { readonly start: string; readonly end: string },
): Window[] {
  const months = lengths.get(frequency);
  const windows: Window[] = [];
  if (months === undefined) return windows;
  const first = Math.floor((Number(period.start.slice(5, 7)) - 1) / months) * months;
  let start = monthsLater(`${period.start.slice(0, 4)}-01-01`, first);
  while (start <= period.end && windows.length < mostWindows) {
    const next = monthsLater(start, months);
    windows.push({ label: labelOf(start, months), start, end: daysLater(next, -1) });
    start = next;
  }
  return windows;
}

function labelOf(start: string, months: number): string {
  const [year, month] = [start.slice(0, 4), Number(start.slice(5, 7))];
  switch (months) {
    case 1:
      return start.slice(0, 7);
    case 3:
      return `${year}-Q${(month + 2) / 3}`;
    case 6:
      return `${year}-H${(month + 5) / 6}`;
    default:
      return year;
  }
}

/**
 * The window that a label names, in the calendar year. Undefined for what is no such label, and for a quarter of a fiscal
 * year (`FY2026-Q1`): the manifest does not say when that begins.
 */
export function windowNamed(label: string): Window | undefined {
  const [, year, month, quarter, half] =
    /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/i.exec(label.trim()) ?? [];
  if (year === undefined) return undefined;
  const [from, months] = month
    ? [Number(month), 1]
    : quarter
      ? [Number(quarter) * 3 - 2, 3]
      : half
        ? [Number(half) * 6 - 5, 6]
        : [1, 12];
  const start = `${year}-${String(from).padStart(2, '0')}-01`;
  return { label: labelOf(start, months), start, end: daysLater(monthsLater(start, months), -1) };
}

/** Whether a label names a fiscal year, or a part of one. */
export function isOfFiscalYear(label: string): boolean {
  return /^FY\d{4}(?:-(?:Q[1-4]|H[12]))?$/i.test(label.trim());
}
