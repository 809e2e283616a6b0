import type { RecordKind } from '../../../model/kinds.ts';
import { nameOf } from '../../../program/record.ts';
import { addOwner } from '../../fixes/addOwner.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { bodyHas, hasKeyLike, labelOf } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

const asked: readonly RecordKind[] = ['policy', 'procedure', 'risk'];
const alike =
  /owner|responsible|accountable|maintain|custodian|steward|performed|author|contact|team|\bdri\b/i;
const label = labelOf(
  '(?:policy |document )?owners?|owned by|responsible(?! disclosure)|accountable|maintained by|contact',
);

export const rule: DocumentRule = {
  name: 'documents/missing-owner',
  reads: 'document',
  about: asked,
  severity: { start: 'off', recommended: 'off', strict: 'warning' },
  summary: 'A policy, procedure, or risk without an owner.',
  why: 'Auditors put their questions to the owner. A record without an owner is not kept up to date, and CC1.3 and CC1.5 ask you to assign responsibilities.',
  fix: 'Add `owner` with the person or role that is responsible for it, ideally an id from `people` in the manifest.',
  messages: {
    default: '`{name}` has no owner. Add `owner` with the person or role that is responsible for it.',
  },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      id: access
          ^^^^^^
      title: Access policy
      status: approved
      satisfies: [CC6.1]
      ---
      Access follows the role.
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      id: access
      owner: ana
      ---
      Access follows the role.
      === policies/backup.md
      ---
      id: backup
      policy_owner: Head of Platform
      ---
      Backups are taken daily.
      === policies/changes.md
      ---
      id: changes
      ---
      | **Owner** | Head of Engineering |
      | --- | --- |
      === policies/laptops.md
      ---
      id: laptops
      ---
      ## Owner

      Head of IT
      === policies/draft.md
      ---
      id: draft
      status: draft
      ---
      Not yet.
      === policies/plain.md
      # A policy without front matter
      `,
    ],
  },
  fixes(target) {
    return addOwner(target);
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, ...asked)) {
      if (shape.values['owner'] || hasKeyLike(mapping, alike) || bodyHas(facts, label)) continue;
      report(recordRange(facts, index), {
        name: nameOf({ shape }),
      });
    }
  },
};
