import { recordAt } from '../../formats/recordAt.ts';
import type { RecordShape } from '../../model/shape.ts';
import { daysLater, monthsLater, readDate } from '../../text/calendar.ts';
import { daysNamed, type NamedDays } from '../../time/labels.ts';
import { entry } from '../../yaml/lookup.ts';
import { type Editing, shapeAt } from '../editing.ts';
import type { Offer } from './offer.ts';

/** A date that may be meant, and what it is, in a few words. */
type Candidate = readonly [date: string | undefined, what: string];

/**
 * The dates that may be meant under a key of a record: today, unless the key is about other days, and what its window, the
 * report's period or the record itself tells. Only a person can say which of them is true.
 * @param path the keys down to it
 */
export function recordDates(editing: Editing, path: readonly string[], offset: number): Offer[] {
  return dateOffers(candidatesIn(editing, path.join('.'), offset));
}

function candidatesIn(editing: Editing, key: string, offset: number): readonly Candidate[] {
  const { today, report } = editing.program;
  const { period, asOf } = report;
  const isToday: Candidate = [today, 'today'];
  const begins: Candidate = [period?.start, 'first day of the period'];
  const ends: Candidate = period ? [period.end, 'last day of the period'] : [asOf, 'date of the report'];
  const window = statedWindow(editing, offset);
  switch (key) {
    case 'covers.from':
      return [[window?.from, `first day of ${window?.name ?? ''}`], begins];
    case 'covers.to':
      return [[window?.to, `last day of ${window?.name ?? ''}`], isToday, ends];
    case 'due':
    case 'expires':
      return [ends];
    case 'implementedOn':
    case 'effective':
    case 'history.from':
      return [isToday, begins];
    case 'report.bridge.start':
      return [[dayAfter(shapeAt(editing, offset)), "the day after the period of the vendor's report"]];
    case 'report.period.start':
    case 'report.period.end':
    case 'report.bridge.end':
      return [];
    default:
      return [isToday];
  }
}

function dayAfter(shape: RecordShape | undefined): string | undefined {
  const end = readDate(shape?.values['report.period.end']?.text ?? '');
  return end === undefined ? undefined : daysLater(end, 1);
}

/** The days of the window that the record at an offset names. */
function statedWindow({ facts, program }: Editing, offset: number): NamedDays | undefined {
  const mapping = facts.records[recordAt(facts, offset)]?.mapping;
  const value = mapping && entry(mapping, 'window')?.value;
  return value?.type === 'scalar' ? daysNamed(value.value, program.evidence.fiscalYearBegins) : undefined;
}

/**
 * The dates that may be meant under a key of the manifest: for the end of a period those that are twelve, six and three
 * months after the beginning that has been typed.
 * @param name of the key
 */
export function manifestDates({ program }: Editing, name: string): Offer[] {
  const { today, manifest } = program;
  const year = today.slice(0, 4);
  switch (name) {
    case 'start':
      return dateOffers([
        [`${year}-01-01`, `first day of ${year}`],
        [monthsLater(`${today.slice(0, 7)}-01`, 1), 'first day of the next month'],
        [today, 'today'],
      ]);
    case 'end': {
      const open = manifest?.shape.reports.filter(({ periodEnd }) => !readDate(periodEnd?.text ?? '')) ?? [];
      const starts = open.flatMap(({ periodStart }) => readDate(periodStart?.text ?? '') ?? []);
      return dateOffers(
        starts.flatMap(start =>
          lengths.map(([months, words]): Candidate => [daysLater(monthsLater(start, months), -1), words]),
        ),
      );
    }
    default:
      return dateOffers([[today, 'today']]);
  }
}

const lengths = [
  [12, 'twelve months'],
  [6, 'six months'],
  [3, 'three months'],
] as const;

function dateOffers(candidates: readonly Candidate[]): Offer[] {
  const dates = new Map<string, string>();
  for (const [date, what] of candidates) if (date !== undefined && !dates.has(date)) dates.set(date, what);
  return [...dates].map(([date, what]) => ({
    label: date,
    kind: 'word',
    detail: what,
    documentation: [],
    text: date,
    rank: 0,
    words: what,
  }));
}
