import { writtenLike } from '../../formats/yamlEdits.ts';
import { readDate } from '../../text/calendar.ts';
import { monthNamed } from '../../text/months.ts';
import type { Fix, FixTarget } from '../rule.ts';

/** The fix that writes the date of a finding as YYYY-MM-DD: the same day, where only one can be meant. */
export function rewriteDate({ path, range, args: { text = '' }, facts }: FixTarget): readonly Fix[] {
  const date = asDate(text);
  if (date === undefined) return [];
  const written = writtenLike(facts.text.slice(range.start, range.end), date);
  return [{ title: `Write ${date}`, edits: [{ path, ...range, text: written }], preferred: true }];
}

/** The calendar date that a text tells in another form; undefined where none is told, or where it may be one of two. */
export function asDate(text: string): string | undefined {
  const parts = partsOf(text.trim());
  if (!parts) return undefined;
  const [year, month, day] = parts;
  return readDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

type Parts = readonly [year: string, month: string, day: string];

function partsOf(text: string): Parts | undefined {
  const [, year, month = '', day = ''] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/.exec(text)?.filter((_, i) => i !== 2) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    [];
  if (year !== undefined) return [year, month, day];
  // With full stops the day comes first everywhere; with slashes only a number over twelve tells.
  const [, first = '', sign, second = '', last] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (last !== undefined) {
    if (sign === '.' || Number(first) > 12 || first === second) return [last, second, first];
    return Number(second) > 12 ? [last, first, second] : undefined;
  }
  const [, number = '', name, its] =
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i.exec(text) ?? [];
  if (name !== undefined && its !== undefined) return dayOfMonth(its, name, number);
  const [, before, of = '', in_] = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text) ?? [];
  return before !== undefined && in_ !== undefined ? dayOfMonth(in_, before, of) : undefined;
}

function dayOfMonth(year: string, name: string, day: string): Parts | undefined {
  const month = monthNamed(name);
  return month === undefined ? undefined : [year, String(month), day];
}
