import type { Program } from './program.ts';
import { byPlace, dateIn, namesOf, type RecordEntry } from './record.ts';

/** Evidence of a control, and the day that it tells of. */
export interface LastEvidence {
  readonly entry: RecordEntry;
  /** When the control was performed, else the last day that the evidence covers, else when it was collected; undefined where none is stated. */
  readonly date: string | undefined;
}

/** The evidence of a control that tells of the latest day, whatever its standing; undefined where none names the control. */
export function lastEvidenceOf({ shape }: RecordEntry, program: Program): LastEvidence | undefined {
  const naming = new Set(namesOf(shape).flatMap(name => [...program.referring(name)]));
  let last: LastEvidence | undefined;
  for (const entry of [...naming].filter(other => other.shape.kind === 'evidence').sort(byPlace)) {
    const date = dayOf(entry);
    if (!last || (date ?? '') > (last.date ?? '')) last = { entry, date };
  }
  return last;
}

function dayOf({ shape: { values } }: RecordEntry): string | undefined {
  return dateIn(values, 'performed') ?? dateIn(values, 'covers.to') ?? dateIn(values, 'collected');
}
