import { hasAll, missingKey } from '../../makers/missingKey.ts';

export const rule = missingKey({
  name: 'audit/waiver-unapproved',
  kind: 'waiver',
  keys: ['approvedBy', 'approvedOn'],
  alike: /^(?!approved(?:By|On)$).*(?:approv|sign(?:ed|[-_ ]?off))/i,
  label: 'approved (?:by|on)|approvers?|approvals?|approval date|signed (?:by|off)|sign-?off',
  isSaid: hasAll('approvedBy', 'approvedOn'),
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
      === waivers/two.md
      ---
      id: X-04
      ---
      Approved by: Priya, February 1, 2026
      `,
    ],
  },
});
