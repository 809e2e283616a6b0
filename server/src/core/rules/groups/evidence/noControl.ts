import { missingKey } from '../../makers/missingKey.ts';
import { says } from '../../questions/says.ts';

export const rule = missingKey({
  name: 'evidence/no-control',
  kind: 'evidence',
  keys: ['controls'],
  alike: /^(?!controls$).*(?:control|criteri)|^tsc$/i,
  label: 'controls?|criteri(?:a|on)',
  isSaid: ({ shape, mapping }) => shape.satisfies.length > 0 || says(mapping, 'controls'),
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'Evidence that names no control.',
  why: 'Auditors ask for evidence control by control. If evidence names no control, nobody finds it when a control is tested, and it counts for nothing.',
  fix: 'Name the controls that it is evidence for: `controls: [AC-04]`.',
  messages: {
    default:
      'Evidence `{name}` names no control. Under `controls`, name the controls that it is evidence for.',
  },
  examples: {
    bad: [
      `
      === evidence/review.md
      ---
      id: EV-01
          ^^^^^
      type: access-review
      performed: 2026-03-18
      ---
      `,
    ],
    good: [
      `
      === evidence/review.yaml
      - id: EV-01
        controls: [AC-04]
      - id: EV-02
        status: draft
      - id: EV-03
        satisfies: [CC4.1]
      - id: EV-04
        control: AC-04
      `,
    ],
  },
});
