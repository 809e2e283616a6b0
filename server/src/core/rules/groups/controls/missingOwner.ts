import { addOwner } from '../../fixes/addOwner.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { calledIn, controlsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike, ownerKeys } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'controls/missing-owner',
  reads: 'document',
  about: ['control'],
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A control without an owner.',
  why: 'An auditor asks the owner how the control works. A control that nobody answers for is performed until the person who did it by habit is on holiday.',
  fix: 'Name the person or role that answers for it: `owner: head-of-security`.',
  messages: { default: 'Control `{name}` has no owner. Name who answers for it under `owner`.' },
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
      `,
    ],
  },
  fixes(target) {
    return addOwner(target);
  },
  check(facts, report) {
    for (const { index, shape, mapping } of controlsOf(facts)) {
      // Another tool's key may say it.
      if (!shape.values['owner'] && !hasKeyLike(mapping, ownerKeys))
        report(recordRange(facts, index), { name: calledIn(shape) });
    }
  },
};
