import { hasAll, missingKey } from '../../makers/missingKey.ts';

export const rule = missingKey({
  name: 'controls/missing-nature',
  kind: 'control',
  keys: ['nature'],
  alike: /^(?!nature$).*(?:nature|type|class)|preventive|detective|corrective/i,
  label: 'nature|(?:control )?type|class(?:ification)?',
  isSaid: hasAll('nature'),
  severity: { start: 'off', recommended: 'off', strict: 'information' },
  summary: 'A control that does not say whether it prevents, detects, or corrects.',
  why: 'An auditor checks that the controls for a criterion balance: if nothing prevents a problem, something has to detect it. The list of controls in the report usually gives the nature of each.',
  fix: 'Set `nature` to `preventive`, `detective`, or `corrective`.',
  messages: {
    default:
      'Control `{name}` does not say whether it is preventive, detective, or corrective. Set `nature`.',
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
      nature: preventive
      ---
      === controls/phones.md
      ---
      id: EP-02
      status: planned
      ---
      === controls/tablets.md
      ---
      id: EP-03
      control_type: preventive
      ---
      `,
    ],
  },
});
