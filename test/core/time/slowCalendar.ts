// The windows of the calendar and the days of a label, month by month.
import { daysIn, everyMonth } from './slowDays.ts';

/** The shortest first. */
export const cadences = [
  ...(['daily', 'weekly', 'monthly', 'quarterly', 'semiannual', 'annual'] as const),
  ...(['event-driven', 'continuous'] as const),
];

export type Cadence = (typeof cadences)[number];

/** How many months an interval has. */
export const monthsOf: Partial<Readonly<Record<Cadence, number>>> = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
};

/** A whole window of the calendar: its name and all its days. */
export interface Whole {
  readonly name: string;
  readonly days: readonly string[];
}

const kept = new Map<string, readonly Whole[]>();

/** All whole windows of so many months each, counted from the first day of the fiscal year's first month. */
export function wholeWindows(months: number, fiscalYearBegins: number): readonly Whole[] {
  const key = `${months} ${fiscalYearBegins}`;
  const known = kept.get(key);
  if (known) return known;
  const all: Whole[] = [];
  const first = everyMonth.findIndex(month => Number(month.slice(5)) === fiscalYearBegins);
  for (let start = first; start + 12 <= everyMonth.length; start += 12) {
    const year = everyMonth.slice(start, start + 12);
    // The calendar year in which it ends. Where it begins in January, that is the calendar year.
    const ends = (year.at(-1) ?? '').slice(0, 4);
    const named = fiscalYearBegins === 1 ? ends : `FY${ends}`;
    for (let part = 0; part * months < 12; part++) {
      const of = year.slice(part * months, (part + 1) * months);
      all.push({ name: nameOf(months, named, part, of[0] ?? ''), days: of.flatMap(daysIn) });
    }
  }
  kept.set(key, all);
  return all;
}

function nameOf(months: number, year: string, part: number, month: string): string {
  if (months === 1) return month;
  if (months === 3) return `${year}-Q${part + 1}`;
  if (months === 6) return `${year}-H${part + 1}`;
  return year;
}

/** The days that a label names, where `2026-Q1` is of the calendar and `FY2026-Q1` of the fiscal year. Undefined for no label. */
export function daysOfLabel(label: string, fiscalYearBegins: number): readonly string[] | undefined {
  const of = (months: number, begins: number, prefix: string) =>
    wholeWindows(months, begins).find(({ name }) => `${prefix}${name}` === label)?.days;
  const inCalendar = [1, 3, 6, 12].map(months => of(months, 1, ''));
  const inFiscalYear = [3, 6, 12].map(months =>
    of(months, fiscalYearBegins, fiscalYearBegins === 1 ? 'FY' : ''),
  );
  return [...inCalendar, ...inFiscalYear].find(days => days !== undefined);
}
