import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { calledIn, recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for it. */
const alike = /^(?!approved(?:By|On)$).*(?:approv|sign(?:ed|[-_ ]?off))/i;

export const rule: DocumentRule = {
  name: 'audit/waiver-unapproved',
  reads: 'document',
  about: ['waiver'],
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A waiver without a recorded approval.',
  why: 'If nobody with the authority has approved an exception to a policy, it is a violation of the policy, however well it is written down.',
  fix: 'Have the waiver approved, and record by whom and when: `approvedBy`, `approvedOn`. Until then, it is a draft: set `status: draft`.',
  messages: {
    default:
      'Waiver `{name}` does not say who approved it and when. Have it approved and add `approvedBy` and `approvedOn`, or set `status: draft`.',
  },
  examples: {
    bad: [
      `
      === waivers/one.yaml
      id: X-01
          ^^^^
      reason: The vendor has no single sign-on
      approvedBy: priya
      `,
    ],
    good: [
      `
      === waivers/one.yaml
      - id: X-01
        approvedBy: priya
        approvedOn: 2026-02-01
      - id: X-02
        status: draft
      - id: X-03
        approved_by: priya, 2026-02-01
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'approvedBy', 'approvedOn');
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, 'waiver')) {
      const { approvedBy, approvedOn } = shape.values;
      if ((!approvedBy || !approvedOn) && !hasKeyLike(mapping, alike))
        report(recordRange(facts, index), { name: calledIn(shape) });
    }
  },
};
