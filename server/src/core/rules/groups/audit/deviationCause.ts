import { missingKey } from '../../makers/missingKey.ts';
import { says } from '../../questions/says.ts';

export const rule = missingKey({
  name: 'audit/deviation-cause',
  kind: 'deviation',
  keys: ['cause'],
  alike: /^(?!cause$).*(?:cause|reason|why|explanation|analysis)/i,
  label: '(?:root )?causes?|reasons?|explanation|(?:root cause )?analysis|why',
  isSaid: ({ mapping }) => says(mapping, 'cause'),
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A deviation without a cause.',
  why: 'The auditor asks why the control did not operate: a single slip and a control that nobody can perform have different effects on the conclusion. Without the cause, it cannot be told whether the remediation removes it.',
  fix: 'Under `cause`, say why the control did not operate.',
  messages: {
    default: 'Deviation `{name}` has no cause. Under `cause`, say why the control did not operate.',
  },
  examples: {
    bad: [
      `
      === deviations/one.yaml
      id: X-01
          ^^^^
      managementResponse: The account was removed on the same day.
      === deviations/two.yaml
      id: X-03
          ^^^^
      cause: n/a
      `,
    ],
    good: [
      `
      === deviations/one.yaml
      - id: X-01
        cause: The ticket was seen on Monday.
      - id: X-02
        root_cause: The ticket was seen on Monday.
      === deviations/two.md
      ---
      id: X-03
      managementResponse: The account was removed on the same day.
      ---
      ## Cause

      The ticket was seen on Monday.
      `,
    ],
  },
});
