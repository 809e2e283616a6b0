import type { RecordKind } from '../../../model/kinds.ts';
import { nameOf } from '../../../program/record.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { canSay, recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

const asked: readonly RecordKind[] = ['control', 'policy', 'procedure'];
const alike = /status|state|phase|maturity|stage|adopted|published|approv|effective|implemented|retired/i;

export const rule: DocumentRule = {
  name: 'documents/missing-status',
  reads: 'document',
  about: asked,
  severity: { start: 'off', recommended: 'off', strict: 'warning' },
  summary: 'A control, policy, or procedure without a status.',
  why: 'Without a status, a planned control looks like one that is in place. A control without a status counts as designed, not as implemented.',
  fix: 'Add `status`. A control is `planned`, `designed`, `implemented`, or `retired`. A document is `draft`, `review`, `approved`, or `retired`.',
  messages: {
    default: '`{name}` has no status, so it counts as designed, not as implemented. Add a `status`.',
    document: '`{name}` has no status, so it does not say whether it is in force. Add a `status`.',
  },
  examples: {
    bad: [
      `
      === controls/sso.md
      ---
      id: AC-01
          ^^^^^
      title: Second factor
      satisfies: [CC6.1]
      ---
      === policies/access.md
      ---
      id: access
          ^^^^^^
      owner: ana
      ---
      Access follows the role.
      `,
    ],
    good: [
      `
      === controls/sso.md
      ---
      id: AC-01
      implementedOn: 2026-01-01
      satisfies: [CC6.1]
      ---
      === policies/access.md
      ---
      id: access
      effective: 2026-01-01
      ---
      Access follows the role.
      === policies/laptops.md
      name: Laptop policy in Comply's layout, which has no status
      acronym: LP
      ---
      Laptops are encrypted.
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'status');
  },
  check(facts, report) {
    for (const record of recordsOf(facts, ...asked)) {
      const { index, shape, mapping } = record;
      if (hasKeyLike(mapping, alike) || !canSay(record, 'status')) continue;
      const name = nameOf({ shape });
      report(recordRange(facts, index), { name }, shape.kind === 'control' ? 'default' : 'document');
    }
  },
};
