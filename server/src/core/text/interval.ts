import { daysLater, monthsLater } from './calendar.ts';

const words: ReadonlyMap<string, number> = new Map([
  ['monthly', 1],
  ['bimonthly', 2],
  ['quarterly', 3],
  ['semiannual', 6],
  ['semiannually', 6],
  ['half-yearly', 6],
  ['annual', 12],
  ['annually', 12],
  ['yearly', 12],
]);

/**
 * The date that is one interval later, for an interval as people write it: `annual`, `12 months`, `every 2 years`, `90 days`,
 * `P1Y`; undefined where it cannot be understood, or has two meanings (`biannual`).
 */
export function intervalLater(date: string, interval: string): string | undefined {
  const text = interval.trim().toLowerCase();
  const months = words.get(text);
  if (months !== undefined) return monthsLater(date, months);
  const [, count, unit] =
    /^(?:every )?(?:(\d{1,4}) ?)?(day|week|month|year)s?$/.exec(text) ??
    /^p(\d{1,4})([dwmy])$/.exec(text) ??
    [];
  if (unit === undefined) return undefined;
  const number = Number(count ?? 1);
  if (number === 0) return undefined;
  if (unit.startsWith('d')) return daysLater(date, number);
  if (unit.startsWith('w')) return daysLater(date, number * 7);
  return monthsLater(date, unit.startsWith('m') ? number : number * 12);
}
