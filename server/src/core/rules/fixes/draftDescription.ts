import { descriptionOf } from '../../program/description.ts';
import type { Fix, FixTarget } from '../rule.ts';
import { draftRecord } from './draftRecord.ts';

/** The fix that begins a narrative about what the description of the system leaves out. */
export function draftDescription(target: FixTarget): readonly Fix[] {
  const { program } = target;
  const rows = program.currentReports.flatMap(report => descriptionOf(program, report));
  const open = rows.filter(({ state }) => state === 'not described');
  const describes = [...new Set(open.map(({ criterion }) => criterion.id))].sort();
  const title = 'Description of the system';
  const fixes = draftRecord(target, { kind: 'narrative', id: 'system-description', title, describes });
  // A draft describes nothing yet.
  return fixes.map(fix => ({ ...fix, asks: true }));
}
