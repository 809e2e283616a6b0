import { frequenciesIn } from '../../model/frequency.ts';
import type { RecordShape } from '../../model/shape.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';
import { type Window, windowsIn } from '../../program/windows.ts';
import { readDate } from '../../text/calendar.ts';
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
  const offers = windowsOf(program, controls).map(({ label, start, end }): Offer => {
    const onFile = filed.filter(day => start <= day && day <= end).length;
    const rank = start > program.today ? 2 : onFile > 0 ? 1 : 0;
    const more = onFile > 0 ? `, ${onFile} on file` : '';
    return {
      label,
      kind: 'word',
      detail: `${start} to ${end}${more}`,
      documentation: [],
      text: label,
      rank,
    };
  });
  const isToCome = ({ rank }: Offer) => rank === 2;
  return [...offers.filter(offer => !isToCome(offer)).reverse(), ...offers.filter(isToCome)];
}

function windowsOf({ report, today }: Program, controls: readonly RecordEntry[]): readonly Window[] {
  const year = today.slice(0, 4);
  const period = report.period ?? { start: `${year}-01-01`, end: `${year}-12-31` };
  const stated = controls.flatMap(
    ({ shape }) => shape.lists?.frequency?.flatMap(({ text }) => frequenciesIn(text)) ?? [],
  );
  const windows = [...new Set(stated)].flatMap(frequency => windowsIn(frequency, period));
  if (windows.length > 0) return windows.sort((a, b) => (a.start < b.start ? -1 : 1));
  return [...windowsIn('monthly', period), ...windowsIn('quarterly', period)];
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
