import { entry, scalarText } from '../../../yaml/lookup.ts';
import { missingKey } from '../../makers/missingKey.ts';
import { says } from '../../questions/says.ts';

export const rule = missingKey({
  name: 'evidence/population-unreconciled',
  kind: 'evidence',
  keys: ['reconciledWith'],
  alike: /^(?!reconciledWith$).*(?:reconcil|compar|complete|verif|validat|cross[-_ ]?check)/i,
  label:
    'reconcil(?:iation|ed(?: with)?)|comparison|compared with|completeness|verification|validation|cross-?check',
  isSaid: ({ mapping }) =>
    scalarText(entry(mapping, 'type')?.value)?.trim().toLowerCase() !== 'population' ||
    says(mapping, 'reconciledWith'),
  severity: { start: 'off', recommended: 'hint', strict: 'hint' },
  summary: 'A population that was compared with no other source.',
  why: 'A query shows what it was asked for. That the population is complete shows only in another source: people who started against new accounts, or tickets against merged changes. An auditor makes that comparison, and is glad to find that you have made it.',
  fix: 'Compare the population with a source that does not depend on it, and name that source under `reconciledWith`.',
  messages: {
    default:
      'Population `{name}` does not say what it was compared with. Compare it with a second source, and name that under `reconciledWith`.',
  },
  examples: {
    bad: [
      `
      === evidence/joiners.yaml
      - id: EV-01
            ^^^^^
        controls: [HR-01]
        type: population
        query: Report "Hires" of the first quarter
        count: 3
        extractedOn: 2026-04-02
      - id: EV-04
            ^^^^^
        controls: [HR-01]
        type: population
        reconciledWith: none
      === controls/HR-01.md
      ---
      id: HR-01
      ---
      `,
    ],
    good: [
      `
      === evidence/joiners.yaml
      - id: EV-01
        type: population
        reconciledWith: Okta system log, accounts created
      - id: EV-02
        type: population
        comparison: Nine people in the payroll, nine here.
      - id: EV-03
        type: access-review
      `,
    ],
  },
});
