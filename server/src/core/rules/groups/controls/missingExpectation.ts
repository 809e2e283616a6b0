import { entry, scalarText } from '../../../yaml/lookup.ts';
import { missingKey } from '../../makers/missingKey.ts';
import { says } from '../../questions/says.ts';

export const rule = missingKey({
  name: 'controls/missing-expectation',
  kind: 'control',
  keys: ['expects'],
  alike: /^(?!expects$).*(?:expect|evidence|art[ei]fact|proof|record)/i,
  label: '(?:expected )?evidence|art[ei]facts?|proof|records?',
  // `none` says it too: the control leaves nothing that is to be kept.
  isSaid: ({ mapping }) =>
    says(mapping, 'expects') || scalarText(entry(mapping, 'expects')?.value)?.trim().toLowerCase() === 'none',
  severity: { start: 'off', recommended: 'off', strict: 'information' },
  summary: 'A control that does not say what evidence it leaves.',
  why: 'Evidence is often missing when the auditor asks for it, because nobody knew that it had to be kept. A control that names its evidence says what to keep each time.',
  fix: 'Name the evidence that each performance leaves: `expects: [access-review]`.',
  messages: {
    default: 'Control `{name}` does not say what evidence it leaves. Name the evidence under `expects`.',
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
      === controls/awareness.md
      ---
      id: EP-04
      expects: none
      ---
      `,
    ],
  },
});
