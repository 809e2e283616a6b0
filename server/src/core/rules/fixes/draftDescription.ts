import { describedBy, expectedOf } from '../questions/description.ts';
import type { Fix, FixTarget } from '../rule.ts';
import { draftRecord } from './draftRecord.ts';

/** The fix that begins a narrative about what the description of the system leaves out. */
export function draftDescription(target: FixTarget): readonly Fix[] {
  const { program } = target;
  const described = new Set(describedBy(program));
  const open = program.currentReports.flatMap(report => expectedOf(program, report));
  const describes = [...new Set(open)].filter(id => !described.has(id)).sort();
  const title = 'Description of the system';
  const fixes = draftRecord(target, { kind: 'narrative', id: 'system-description', title, describes });
  // A draft describes nothing yet.
  return fixes.map(fix => ({ ...fix, asks: true }));
}
