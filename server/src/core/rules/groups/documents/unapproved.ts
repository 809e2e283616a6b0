import type { RecordKind } from '../../../model/kinds.ts';
import { rangeOf } from '../../../model/shape.ts';
import { nameOf } from '../../../program/record.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { bodySays, hasKeyLike } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

const asked: readonly RecordKind[] = ['policy', 'procedure', 'narrative'];
const alike = /^(?!approved(?:By|On)$).*(?:approv|sign(?:ed|[-_ ]?off))/i;
const label = /\b(?:approved (?:by|on)|approvers?|approvals?|approval date|signed (?:by|off))\b[ \t*_]*[:|]/i;

export const rule: DocumentRule = {
  name: 'documents/unapproved',
  reads: 'document',
  about: asked,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A document in force that does not say who approved it and when.',
  why: 'An auditor asks for the approval of each policy that you rely on. Anybody can write a status, so a status alone is no approval.',
  fix: 'Get it approved, and add `approvedBy` and `approvedOn`. Until then, set `status: review`. No quick fix records an approval for you.',
  messages: {
    default: '`{name}` is marked as approved, but does not say {what}. Add `approvedBy` and `approvedOn`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      ---
      id: access
      status: approved
              ^^^^^^^^
      ---
      Access follows the role.
      === policies/backup.md
      ---
      id: backup
      status: approved
              ^^^^^^^^
      approvedBy: ana
      ---
      Backups are taken daily.
      `,
    ],
    good: [
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      ---
      id: access
      status: approved
      approvedBy: ana
      approvedOn: 2026-01-08
      ---
      Access follows the role.
      === policies/backup.md
      ---
      id: backup
      status: approved
      approvals: [{by: ana, on: 2026-01-08}]
      ---
      Backups are taken daily.
      === policies/changes.md
      ---
      id: changes
      status: review
      ---
      Changes are tested.
      === policies/laptops.md
      ---
      id: laptops
      status: approved
      ---
      | Version | Approved by | Date |
      | --- | --- | --- |
      | 1.0 | Ana | 2026-01-08 |
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'approvedBy', 'approvedOn');
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, ...asked)) {
      const { status, approvedBy, approvedOn } = shape.values;
      if (status?.text.toLowerCase() !== 'approved' || (approvedBy && approvedOn)) continue;
      if (hasKeyLike(mapping, alike) || bodySays(facts, label)) continue;
      const what = approvedBy ? 'when' : approvedOn ? 'by whom' : 'by whom and when';
      const name = nameOf({ shape });
      report(rangeOf(facts.summary, index, status.at), { name, what });
    }
  },
};
