import { missingKey } from '../../makers/missingKey.ts';
import { says } from '../../questions/says.ts';

export const rule = missingKey({
  name: 'controls/missing-expectation',
  kind: 'control',
  keys: ['expects'],
  alike: /^(?!expects$).*(?:expect|evidence|art[ei]fact|proof|record)/i,
  isSaid: ({ mapping }) => says(mapping, 'expects'),
  severity: { start: 'off', recommended: 'off', strict: 'information' },
  summary: 'A control that does not say what evidence it leaves.',
  why: 'Evidence that is first thought of when the auditor asks for it often was never kept. Saying beforehand what each performance leaves is how nothing is missing afterward.',
  fix: 'Name what each performance leaves: `expects: [access-review]`.',
  messages: { default: 'Control `{name}` does not say what evidence it leaves. Name it under `expects`.' },
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
      expects: [configuration]
      ---
      === controls/phones.md
      ---
      id: EP-02
      status: planned
      ---
      === controls/tablets.md
      ---
      id: EP-03
      evidence: The report of Jamf
      ---
      `,
    ],
  },
});
