import { daysBetween, daysLater } from '../text/calendar.ts';

/** Days in a row, as calendar dates: the first and the last. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** How many days they are. */
export function countOf({ from, to }: Days): number {
  return daysBetween(from, to) + 1;
}

/** Whether a day is one of them. */
export function hasDay({ from, to }: Days, day: string): boolean {
  return from <= day && day <= to;
}

/** Whether all of some days are among others. */
export function areWithin(inner: Days, outer: Days): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The days that two stretches have in common; undefined where there is none. */
export function inCommon(a: Days, b: Days): Days | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : undefined;
}

/**
 * The days that none of others covers, in order.
 * @param covered in any order; they may overlap
 */
export function uncovered({ from, to }: Days, covered: readonly Days[]): Days[] {
  const holes: Days[] = [];
  let next = from;
  for (const one of [...covered].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (one.from > to) break;
    if (one.from > next) holes.push({ from: next, to: daysLater(one.from, -1) });
    if (one.to >= next) next = daysLater(one.to, 1);
  }
  if (next <= to) holes.push({ from: next, to });
  return holes;
}
