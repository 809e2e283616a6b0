import { isOnFile as isDatedOnFile } from '../../time/onFile.ts';
import type { RecordEntry } from '../record.ts';
import { evidenceInTime } from './evidenceInTime.ts';
import { SystemNames } from './systemNames.ts';

const noNames = new SystemNames(undefined);

/** Whether some of these records of evidence are on file for a report as of a day. */
export function isOnFile(evidence: readonly RecordEntry[], asOf: string): boolean {
  return isDatedOnFile(
    evidence.map(entry => evidenceInTime(entry, noNames)),
    asOf,
  );
}
