import { readDate } from '../../text/calendar.ts';
import type { TimedEvidence } from '../../time/input.ts';
import type { EvidenceFolder } from '../indexes/evidenceFolders.ts';
import { dateIn, type RecordEntry } from '../record.ts';
import type { SystemNames } from './systemNames.ts';

/** Evidence as windows depend on it; a value that cannot be read counts as not stated. */
export function evidenceInTime(entry: RecordEntry, names: SystemNames): TimedEvidence {
  const { values, lists, systems, population } = entry.shape;
  const [from, to] = [dateIn(values, 'covers.from'), dateIn(values, 'covers.to')];
  const drawn = population?.drawn && readDate(population.drawn.text);
  return {
    id: timedId(entry),
    type: values['type']?.text,
    expects: (lists?.['expects'] ?? []).map(({ text }) => text),
    systems: names.of(systems),
    window: values['window']?.text,
    performed: dateIn(values, 'performed'),
    covers: from !== undefined && to !== undefined && from <= to ? { from, to } : undefined,
    collected: dateIn(values, 'collected'),
    extractedOn: dateIn(values, 'extractedOn') ?? drawn,
    hasQuery: population?.hasQuery === true,
    count: population?.count === undefined ? undefined : population.isEmpty ? 'none' : 'some',
  };
}

/** A folder of evidence without a record: it names its window, and no day of performance or collection. */
export function folderInTime({ path, label }: EvidenceFolder): TimedEvidence {
  return {
    id: `${path}/`,
    type: undefined,
    expects: [],
    systems: [],
    window: label,
    performed: undefined,
    covers: undefined,
    collected: undefined,
    extractedOn: undefined,
    hasQuery: false,
    count: undefined,
  };
}

/** What names a record of evidence in a question about windows: ids of records need not differ. */
export function timedId({ path, index }: RecordEntry): string {
  return `${path}#${index}`;
}
