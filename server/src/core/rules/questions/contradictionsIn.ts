import type { RecordShape, Stated } from '../../model/shape.ts';
import { dateIn } from '../../program/record.ts';
import { readDate } from '../../text/calendar.ts';
import { windowNamed } from '../../time/labels.ts';

export type Values = RecordShape['values'];

/** A date of evidence that contradicts another, or the window of the evidence. */
export interface Contradiction {
  /** Which message of `evidence/dates` says it. */
  readonly message: string;
  readonly at: Stated;
  readonly other: Stated;
  readonly args?: Readonly<Record<string, string>>;
}

/** The dates of evidence that are in a wrong order, or before the window that it names begins. */
export function contradictionsIn(values: Values): readonly Contradiction[] {
  return [...disorderIn(values), ...beforeWindow(values)];
}

/** What `evidence/dates` finds among the dates of evidence, so that no other rule tells it again. */
export function contradictedIn(values: Values): ReadonlySet<Stated> {
  return new Set(contradictionsIn(values).flatMap(({ at, other }) => [at, other]));
}

function disorderIn(values: Values): readonly Contradiction[] {
  const pairs = [
    ['covers.from', 'covers.to', 'order'],
    ['performed', 'collected', 'early'],
    ['extractedOn', 'collected', 'filed'],
  ] as const;
  return pairs.flatMap(([first, second, message]) => {
    const [other, at] = [values[first], values[second]];
    const [from, to] = [dateIn(values, first), dateIn(values, second)];
    if (!other || !at || from === undefined || to === undefined || to >= from) return [];
    return [{ message, at, other }];
  });
}

function beforeWindow(values: Values): readonly Contradiction[] {
  const { window: other } = values;
  // The document alone does not tell when the fiscal year begins.
  const window = windowNamed(other?.text ?? '', undefined);
  if (!other || !window) return [];
  const { name, from } = window;
  for (const key of ['performed', 'extractedOn', 'collected'] as const) {
    const [at, day] = [values[key], dateIn(values, key)];
    if (at && day !== undefined && day < from)
      return [{ message: 'beforeWindow', at, other, args: { window: name, start: from } }];
  }
  return [];
}

/**
 * What was drawn before the last day that it covers: a log or a population holds only what happened before the day on which
 * it was drawn. Other evidence may stand for days to come: a review of the quarter, three days before it ends, a contract, or
 * a certificate.
 */
export function drawnTooEarly(values: Values): readonly Contradiction[] {
  const { 'covers.to': to, extractedOn, collected, type } = values;
  const isDrawn = isRegister.test((type?.text ?? '').trim());
  const drawn = extractedOn ?? (isDrawn ? collected : undefined);
  if (!to || !drawn || (values['performed'] && !isDrawn)) return [];
  const last = dateIn(values, 'covers.to');
  const on = readDate(drawn.text);
  if (last === undefined || on === undefined) return [];
  const args = { drawn: drawn === extractedOn ? 'extracted' : 'collected' };
  if (last > on) return [{ message: 'ahead', at: to, other: drawn, args }];
  // With a time of day it can be from the end of the day.
  const isEarlyThatDay = last === on && isDrawn && drawn.text.length === on.length;
  return isEarlyThatDay ? [{ message: 'sameDay', at: to, other: drawn, args }] : [];
}

/** The types of what covers days and shows no single performance. */
const isRegister = /^(?:population|system-log)$/i;
