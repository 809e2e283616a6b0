import { hasAll, missingKey } from '../../makers/missingKey.ts';

export const rule = missingKey({
  name: 'controls/missing-execution',
  kind: 'control',
  keys: ['execution'],
  alike: /^(?!execution$).*(?:execution|automat|manual|method|mode$)/i,
  label: 'execution|automation|method|mode',
  isSaid: hasAll('execution'),
  severity: { start: 'off', recommended: 'off', strict: 'information' },
  summary: 'A control that does not say whether a person or a system performs it.',
  why: 'An auditor tests an automated control once, by its configuration, and a manual control on a sample. `execution` decides how much evidence the auditor asks for.',
  fix: 'Set `execution` to `manual`, `automated`, or `hybrid`.',
  messages: {
    default:
      'Control `{name}` does not say whether a person or a system performs it. Set `execution` to `manual`, `automated`, or `hybrid`.',
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
      execution: automated
      ---
      === controls/phones.md
      ---
      id: EP-02
      status: planned
      ---
      === controls/tablets.md
      ---
      id: EP-03
      automation: full
      ---
      `,
    ],
  },
});
