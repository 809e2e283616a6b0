import { hasAll, missingKey } from '../../makers/missingKey.ts';

export const rule = missingKey({
  name: 'audit/waiver-no-end',
  kind: 'waiver',
  keys: ['expires'],
  alike: /^(?!expires$).*(?:expir|until|\bend|valid|due|review)/i,
  label: 'expir(?:es|y|ation)(?: date)?|valid until|until|ends?|end date|due|next review|review (?:by|date)',
  isSaid: hasAll('expires'),
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A waiver without an end date.',
  why: 'An exception without an end is a change to the policy. An auditor asks when somebody last reviewed it.',
  fix: 'Set the last day on which the waiver applies: `expires: 2026-12-31`.',
  messages: {
    default: 'Waiver `{name}` has no end date. Under `expires`, enter the last day on which it applies.',
  },
  examples: {
    bad: [
      `
      === waivers/one.yaml
      id: X-01
          ^^^^
      reason: The vendor has no single sign-on
      `,
    ],
    good: [
      `
      === waivers/one.yaml
      - id: X-01
        expires: 2026-12-31
      - id: X-02
        status: draft
      - id: X-03
        validUntil: 2026-12-31
      === waivers/two.md
      ---
      id: X-04
      ---
      **Expires:** December 31, 2026
      `,
    ],
  },
});
