import { hasAll, missingKey } from '../../makers/missingKey.ts';
import { ownerKeys } from '../../questions/saidOtherwise.ts';

export const rule = missingKey({
  name: 'controls/missing-owner',
  kind: 'control',
  keys: ['owner'],
  alike: ownerKeys,
  label: '(?:control )?owners?|owned by|responsible|accountable|custodian|steward',
  isSaid: hasAll('owner'),
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A control without an owner.',
  why: 'An auditor asks the owner how the control works. If nobody is responsible, the control stops when the person who performs it out of habit is on vacation.',
  fix: 'Add `owner` with the person or role that is responsible for the control: `owner: head-of-security`.',
  messages: {
    default: 'Control `{name}` has no owner. Add `owner` with the person or role that is responsible for it.',
  },
  examples: {
    bad: [
      `
      === controls/laptops.md
      ---
      id: EP-01
          ^^^^^
      title: Laptops are encrypted
      ---
      `,
    ],
    good: [
      `
      === controls/laptops.md
      ---
      id: EP-01
      owner: it-administrator
      ---
      === controls/phones.md
      ---
      id: EP-02
      status: planned
      ---
      === controls/tablets.md
      ---
      id: EP-03
      ---
      | Owner | IT administrator |
      | --- | --- |
      `,
    ],
  },
});
