import { addEmptyKey, says } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { calledIn, recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

const alike = /^(?!managementResponse$).*(?:response|remediation|resolution|correcti|action)/i;

export const rule: DocumentRule = {
  name: 'audit/deviation-response',
  reads: 'document',
  about: ['deviation'],
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: "A deviation without management's response.",
  why: "The report prints each deviation with management's response. A deviation without one reads as if nobody took it seriously.",
  fix: 'Under `managementResponse`, say what happened, what limited the effect, and what you changed.',
  messages: {
    default:
      'Deviation `{name}` has no response from management. Under `managementResponse`, say what was done about it.',
  },
  examples: {
    bad: [
      `
      === deviations/one.yaml
      id: X-01
          ^^^^
      cause: The ticket was seen on Monday
      `,
    ],
    good: [
      `
      === deviations/one.yaml
      - id: X-01
        managementResponse: Since April 13 an end date pages IT at once.
      - id: X-02
        response: The account was removed on the same day.
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'managementResponse');
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, 'deviation')) {
      if (says(mapping, 'managementResponse') || hasKeyLike(mapping, alike)) continue;
      report(recordRange(facts, index), { name: calledIn(shape) });
    }
  },
};
