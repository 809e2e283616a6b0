import type { Program } from './program.ts';
import { dateIn, type RecordEntry } from './record.ts';

/** Evidence of a control, and the day that it tells of. */
export interface LastEvidence {
  readonly entry: RecordEntry;
  /** When the control was performed, else the last day that the evidence covers, else when it was collected; undefined where none is stated. */
  readonly date: string | undefined;
}

/** The evidence of a control that counts and tells of the latest day; undefined where none names the control. */
export function lastEvidenceOf(control: RecordEntry, program: Program): LastEvidence | undefined {
  let last: LastEvidence | undefined;
  for (const entry of program.evidence.of(control)) {
    const date = dayOf(entry);
    if (!last || (date ?? '') > (last.date ?? '')) last = { entry, date };
  }
  return last;
}

function dayOf({ shape: { values } }: RecordEntry): string | undefined {
  return dateIn(values, 'performed') ?? dateIn(values, 'covers.to') ?? dateIn(values, 'collected');
}
