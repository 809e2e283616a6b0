import type { Stated } from '../model/shape.ts';
import { readDate } from '../text/calendar.ts';

/** Of several dates the last one, for a list of them is a history; the first text where none is a date. */
export function latestOf(stated: readonly Stated[]): Stated | undefined {
  const dated = stated.flatMap(one => {
    const date = readDate(one.text);
    return date === undefined ? [] : [{ one, date }];
  });
  return dated.sort((a, b) => (a.date < b.date ? 1 : -1))[0]?.one ?? stated[0];
}
