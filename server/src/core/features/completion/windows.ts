import { type Frequency, frequenciesIn } from '../../model/frequency.ts';
import type { RecordShape } from '../../model/shape.ts';
import { isTooLong } from '../../program/evidence/evidence.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';
import { readDate } from '../../text/calendar.ts';
import { intervalOf } from '../../time/cadence.ts';
import { type Days, hasDay } from '../../time/days.ts';
import { type NamedDays, windowsWith } from '../../time/labels.ts';
import { type Editing, shapeAt } from '../editing.ts';
import type { Offer } from './offer.ts';

/**
 * The windows of the period, by the frequencies of the controls that the record names; of other controls quarters and months.
 * The latest that has begun comes first, those with evidence on file come later, and those that are still to come last.
 */
export function windowOffers(editing: Editing, offset: number): Offer[] {
  const { program } = editing;
  const shape = shapeAt(editing, offset);
  const named = shape?.references.filter(({ key }) => key === 'controls' || key === 'control') ?? [];
  const controls = named.flatMap(({ id }) => [...program.defining(id)]);
  const filed = filedDays(
    program,
    named.map(({ id }) => id),
    shape,
  );
  const offers = windowsOf(program, controls).map((window): Offer => {
    const { name: label, from, to } = window;
    const onFile = filed.filter(day => hasDay(window, day)).length;
    const rank = from > program.today ? 2 : onFile > 0 ? 1 : 0;
    const more = onFile > 0 ? `, ${onFile} on file` : '';
    return {
      label,
      kind: 'word',
      detail: `${from} to ${to}${more}`,
      documentation: [],
      text: label,
      rank,
    };
  });
  const isToCome = ({ rank }: Offer) => rank === 2;
  return [...offers.filter(offer => !isToCome(offer)).reverse(), ...offers.filter(isToCome)];
}

function windowsOf(
  { report, today, evidence }: Program,
  controls: readonly RecordEntry[],
): readonly NamedDays[] {
  const year = today.slice(0, 4);
  const period: Days =
    report.period && !isTooLong(report.period)
      ? { from: report.period.start, to: report.period.end }
      : { from: `${year}-01-01`, to: `${year}-12-31` };
  const windowsEach = (months: number) => windowsWith(period, months, evidence.fiscalYearBegins ?? 1);
  const stated = controls.flatMap(
    ({ shape }) => shape.lists?.frequency?.flatMap(({ text }) => frequenciesIn(text)) ?? [],
  );
  const windows = [...new Set(stated.flatMap(monthsOf))].flatMap(windowsEach);
  if (windows.length > 0) return windows.sort((a, b) => (a.from < b.from ? -1 : 1));
  return [...windowsEach(1), ...windowsEach(3)];
}

/** How many months a window of a frequency has. What is done more often than monthly has a window for each month. */
function monthsOf(frequency: Frequency | 'other'): number | readonly [] {
  if (frequency === 'daily' || frequency === 'weekly') return 1;
  return (frequency === 'other' ? undefined : intervalOf(frequency)) ?? [];
}

/** The days on which controls were performed, as other evidence says. */
function filedDays(
  program: Program,
  ids: readonly string[],
  own: RecordShape | undefined,
): readonly string[] {
  const evidence = new Set(ids.flatMap(id => [...program.referring(id)]));
  return [...evidence].flatMap(({ shape }) => {
    if (shape.kind !== 'evidence' || shape.id?.text === own?.id?.text) return [];
    return readDate(shape.values.performed?.text ?? '') ?? [];
  });
}
