import { notInPlace } from '../../program/bearing.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';

/**
 * The controls that map to a criterion of the report asked after, where none of them is in place and key (coverage/not-in-place).
 * Undefined where one is, where none maps to it, where one may be in place in time, and where the days on which none is are
 * told by controls/unserved-period.
 */
export function openControls(program: Program, criterion: string): readonly RecordEntry[] | undefined {
  const { report, coverage } = program;
  const tally = coverage.tally(report, criterion);
  if (tally.has('control inPlace') || !(tally.has('control waiting') || tally.has('control notKey')))
    return undefined;
  const { type, asOf, period } = report;
  // Where the report states no end, no control is too late.
  const last = (type !== 2 ? asOf : undefined) ?? period?.end ?? '9999-12-31';
  const covering = coverage.covering(report, criterion);
  const waiting = covering.filter(({ bearing }) => bearing === 'control waiting');
  if (waiting.some(({ entry }) => mayBeInPlace(entry, last))) return undefined;
  const notKey = covering.filter(({ bearing }) => bearing === 'control notKey');
  return [...waiting, ...notKey].map(({ entry }) => entry);
}

/**
 * Whether a control only waits for its day, which controls/unserved-period tells; or is the row of a table without a status,
 * which may have no column for one.
 */
function mayBeInPlace(entry: RecordEntry, day: string): boolean {
  const { row, values } = entry.shape;
  return notInPlace(entry, day) === undefined || (row !== undefined && values['status'] === undefined);
}
