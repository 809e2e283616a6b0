import { layoutNamed } from '../../formats/layouts/layouts.ts';
import { cadencesIn } from '../../model/frequency.ts';
import type { RecordShape, Stated } from '../../model/shape.ts';
import { evidenceTypes } from '../../model/vocabulary.ts';
import { readDate } from '../../text/calendar.ts';
import { daysIn } from '../../text/interval.ts';
import type { Cadence } from '../../time/cadence.ts';
import { plainType } from '../../time/expectations.ts';
import type { TimedControl } from '../../time/input.ts';
import { notInPlace } from '../bearing.ts';
import { dateIn, isControl, type RecordEntry } from '../record.ts';
import type { SystemNames } from './systemNames.ts';

/** A control as windows depend on it, and whether windows can be made of all that it says of how often it is performed. */
export interface ControlRead {
  readonly control: TimedControl;
  /** Whether it says nothing of how often it is performed, or something that no window can be made of. */
  readonly isCadenceUnknown: boolean;
}

/**
 * A record as a control; undefined where it is none of the report's: it is no control, or operates on other systems alone.
 * @param otherSystems those that the report does not cover, in lower case
 */
export function controlInTime(
  entry: RecordEntry,
  otherSystems: readonly string[],
  names: SystemNames,
): ControlRead | undefined {
  const { shape } = entry;
  if (!isControl(shape)) return undefined;
  const covered = shape.systems.filter(({ text }) => !otherSystems.includes(text.toLowerCase()));
  if (shape.systems.length > 0 && covered.length === 0) return undefined;
  const { cron: reader } = layoutNamed(entry.format);
  const read = (stated: readonly Stated[]) => [
    ...new Set(stated.flatMap(({ text }) => cadencesIn(text, reader))),
  ];
  const cadences = read([...(shape.lists?.['frequency'] ?? []), ...(shape.cron ? [shape.cron] : [])]);
  const grace = shape.values['grace'];
  return {
    isCadenceUnknown: cadences.length === 0 || cadences.includes('other'),
    control: {
      inForce: inForce(entry),
      implementedOn: dateIn(shape.values, shape.kind === 'procedure' ? 'effective' : 'implementedOn'),
      retiredOn: dateIn(shape.values, 'retiredOn'),
      cadences: cadences.filter(isCadence),
      history: (shape.history ?? []).map(({ from, to, frequencies }) => ({
        from: from && readDate(from.text),
        to: to && readDate(to.text),
        cadences: frequencies.length > 0 ? read(frequencies).filter(isCadence) : undefined,
      })),
      systems: names.of(covered),
      expects: expectedTypes(shape),
      grace: grace && daysIn(grace.text),
    },
  };
}

function isCadence(one: Cadence | 'other'): one is Cadence {
  return one !== 'other';
}

/** Of one that does not say that it is in place, or only that it will be, nothing is expected. */
function inForce(entry: RecordEntry): TimedControl['inForce'] {
  const { standing } = entry.shape;
  if (standing === 'retired') return 'retired';
  if (standing !== 'counts') return 'never';
  // Its dates are read apart: what is not yet in place by them alone is in force from then on.
  const open = notInPlace(entry, lastDay);
  return open === undefined ? 'yes' : 'never';
}

const lastDay = '9999-12-31';

/** The types of evidence that it expects. One in words of its own can be anything: which evidence meets it cannot be told. */
function expectedTypes({ lists }: RecordShape): readonly string[] {
  const expected = (lists?.['expects'] ?? []).map(({ text }) => plainType(text));
  return expected.every(isType) ? expected : [];
}

function isType(text: string): boolean {
  return evidenceTypes.some(type => type === text) || /^[a-z]+-[a-z]+$/.test(text);
}
