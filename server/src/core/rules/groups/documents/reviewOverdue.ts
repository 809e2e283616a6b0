import type { RecordShape } from '../../../model/shape.ts';
import { nameOf } from '../../../program/record.ts';
import { referenceKey } from '../../../program/touched.ts';
import { readDate } from '../../../text/calendar.ts';
import { intervalLater } from '../../../text/interval.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'documents/review-overdue',
  reads: 'record',
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A document that is overdue for review according to its own `reviewEvery`.',
  why: "If a policy says that it is reviewed every year, an auditor asks for last year's review. A late review is an exception in the report.",
  fix: 'Review the document, and add the date as `reviewed`. No quick fix records a review for you.',
  messages: {
    default:
      'The review of `{name}` was due on {due}; the last review was on {last}. Review it, and update `reviewed`.',
    never:
      'The review of `{name}` was due on {due}, counted from {last}, and no review is recorded. Review it, and add the date as `reviewed`.',
  },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      id: access
      reviewed: 2025-05-12
                ^^^^^^^^^^
      reviewEvery: annual
      ---
      Access follows the role.
      === policies/backup.md
      ---
      id: backup
      effective: 2025-11-03
      reviewEvery: 6 months
                   ^^^^^^^^
      ---
      Backups are taken daily.
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      id: access
      reviewed: 2025-06-30
      reviewEvery: annual
      ---
      Access follows the role.
      === policies/backup.md
      ---
      id: backup
      reviewed: 2020-01-01
      ---
      Backups are taken daily.
      === policies/changes.md
      ---
      id: changes
      status: retired
      reviewed: 2020-01-01
      reviewEvery: annual
      ---
      Changes are tested.
      === policies/vendors.md
      ---
      id: vendors
      reviewed: 2020-01-01
      reviewEvery: as the board decides
      ---
      Vendors are reviewed.
      === policies/passwords.md
      ---
      id: passwords
      reviewed: 2025-01-20
      approvedOn: 2026-01-15
      reviewEvery: annual
      ---
      Passwords are long.
      `,
    ],
  },
  fixes(target) {
    return target.message === 'never' ? addEmptyKey(target, 'reviewed') : [];
  },
  check(program, key, report) {
    for (const entry of inOrder(program.defining(key))) {
      const { id, stem, standing, values } = entry.shape;
      const { reviewEvery, reviewed } = values;
      // A record has two keys where its id is not its file's name.
      if (!reviewEvery || standing !== 'counts' || referenceKey(id?.text ?? stem ?? '') !== key) continue;
      const last = lastLook(values);
      const due = last && intervalLater(last, reviewEvery.text);
      if (last === undefined || due === undefined || due >= program.today) continue;
      const { at } = reviewed ?? reviewEvery;
      const place = { path: entry.path, record: entry.index, at };
      report(place, { name: nameOf(entry), due, last }, reviewed ? 'default' : 'never');
    }
  },
};

/**
 * The date on which somebody last answered for the document: who approves it anew has read it. Undefined where none is
 * stated, and where it is stated in a form that cannot be read: the review may have been on any day.
 */
function lastLook({ reviewed, approvedOn, effective }: RecordShape['values']): string | undefined {
  const stated = reviewed ?? approvedOn ?? effective;
  const [looked, approved] = [stated && readDate(stated.text), approvedOn && readDate(approvedOn.text)];
  return looked !== undefined && approved !== undefined && approved > looked ? approved : looked;
}
