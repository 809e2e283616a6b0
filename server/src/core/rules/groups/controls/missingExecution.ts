import { hasAll, missingKey } from '../../makers/missingKey.ts';

export const rule = missingKey({
  name: 'controls/missing-execution',
  kind: 'control',
  keys: ['execution'],
  alike: /^(?!execution$).*(?:execution|automat|manual|method|mode$)/i,
  isSaid: hasAll('execution'),
  severity: { start: 'off', recommended: 'off', strict: 'information' },
  summary: 'A control that does not say whether a person or a system performs it.',
  why: 'What a system does by itself is tested once, by its configuration; what a person does is tested on a sample. Which of the two it is decides how much evidence is asked for.',
  fix: 'Say `execution: manual`, `automated` or `hybrid`.',
  messages: {
    default:
      'Control `{name}` does not say whether a person or a system performs it. Say `manual`, `automated` or `hybrid` under `execution`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      rules: {preset: strict}
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
      === tickmark.yaml
      rules: {preset: strict}
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
