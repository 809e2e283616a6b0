// What people call windows: months, quarters, halves, and years, of the calendar or of a fiscal year, and weeks and days.
import { daysBetween, daysLater, monthsLater, readDate } from '../text/calendar.ts';
import { countOf, type Days } from './days.ts';

/** Days with a name. */
export interface NamedDays extends Days {
  /** As evidence names them: `2026-03`, `2026-Q1`, `2026-H1`, `2026`, `FY2027-Q1`. */
  readonly name: string;
}

/**
 * The days that a label names; undefined for what names none, such as a month or a week that does not exist.
 * @param text `2026-Q1` is January to March, `FY2026-Q1` a quarter of the fiscal year that ends in 2026
 * @param fiscalYearBegins the month, 1 to 12; undefined where it is not known, so a label of a fiscal year names nothing
 */
export function daysNamed(text: string, fiscalYearBegins: number | undefined): NamedDays | undefined {
  const label = text.trim().toUpperCase();
  const day = readDate(label);
  if (day !== undefined) return day === label ? { name: day, from: day, to: day } : undefined;
  const [, fiscal, year, month, quarter, half, week] =
    /^(FY(?=\d{4}(?:-[QH].)?$))?(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|W(0[1-9]|[1-4]\d|5[0-3])))?$/.exec(
      label.replace(/^FY(?=\d\d(?:-|$))/, 'FY20'),
    ) ?? [];
  const begins = fiscal ? fiscalYearBegins : 1;
  if (year === undefined || year === '0000' || begins === undefined) return undefined;
  if (week !== undefined) return weekNamed(year, week);
  const months = month ? 1 : quarter ? 3 : half ? 6 : 12;
  const place = Number(month ?? quarter ?? half ?? 1) - 1;
  const from = monthsLater(startOfYear(year, begins), place * months);
  return { name: nameOf(from, months, begins), from, to: lastOf(from, months) };
}

/**
 * The month, quarter, half, or year that a label names; undefined for anything else, also for a week or a day, which names the
 * window that it lies in.
 * @param fiscalYearBegins as of `daysNamed`
 */
export function windowNamed(text: string, fiscalYearBegins: number | undefined): NamedDays | undefined {
  const named = daysNamed(text, fiscalYearBegins);
  return named && countOf(named) > 7 ? named : undefined;
}

/** Whether a label names a fiscal year, or a part of one, whenever that begins. */
export function isOfFiscalYear(label: string): boolean {
  return /^FY/i.test(label.trim()) && daysNamed(label, 1) !== undefined;
}

/**
 * The whole window of the calendar that has a day.
 * @param months how long windows are: 1, 3, 6, or 12. Those of more than one month are counted from the first day of the
 * fiscal year, and named by it where that is not January 1.
 * @param fiscalYearBegins the month, 1 to 12
 */
export function windowWith(day: string, months: number, fiscalYearBegins: number): NamedDays {
  const month = Number(day.slice(5, 7));
  const intoWindow = (month - fiscalYearBegins + 12) % months;
  const from = monthsLater(`${day.slice(0, 7)}-01`, -intoWindow);
  return { name: nameOf(from, months, fiscalYearBegins), from, to: lastOf(from, months) };
}

/**
 * The whole windows of the calendar that have a day among others, in order of time.
 * @param days of a few years: whoever asks leaves out a period without end (`evidence.periodOf`)
 * @param months and fiscalYearBegins as of `windowWith`
 */
export function windowsWith({ from, to }: Days, months: number, fiscalYearBegins: number): NamedDays[] {
  const windows: NamedDays[] = [];
  let day = from;
  while (day <= to) {
    const window = windowWith(day, months, fiscalYearBegins);
    windows.push(window);
    day = daysLater(window.to, 1);
  }
  return windows;
}

function nameOf(from: string, months: number, fiscalYearBegins: number): string {
  if (months === 1) return from.slice(0, 7);
  const place = (Number(from.slice(5, 7)) - fiscalYearBegins + 12) % 12;
  const lastDay = lastOf(monthsLater(from, -place), 12);
  const year = `${fiscalYearBegins === 1 ? '' : 'FY'}${lastDay.slice(0, 4)}`;
  if (months === 12) return year;
  return `${year}-${months === 3 ? 'Q' : 'H'}${place / months + 1}`;
}

function lastOf(from: string, months: number): string {
  return daysLater(monthsLater(from, months), -1);
}

/** The first day of the year that ends in a calendar year. */
function startOfYear(year: string, begins: number): string {
  const start = `${year}-${String(begins).padStart(2, '0')}-01`;
  return begins === 1 ? start : monthsLater(start, -12);
}

const aMonday = '0001-01-01';

/** A week as ISO 8601 counts them: it begins on Monday, and the first is the one with January 4. */
function weekNamed(year: string, week: string): NamedDays | undefined {
  const fourth = `${year}-01-04`;
  const from = daysLater(fourth, 7 * (Number(week) - 1) - (daysBetween(aMonday, fourth) % 7));
  const thursday = daysLater(from, 3);
  if (thursday.slice(0, 4) !== year) return undefined;
  return { name: `${year}-W${week}`, from, to: daysLater(from, 6) };
}
