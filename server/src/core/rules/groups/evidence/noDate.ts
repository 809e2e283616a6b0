import { missingKey } from '../../makers/missingKey.ts';
import { says } from '../../questions/says.ts';

const dates = ['performed', 'window', 'covers', 'collected', 'extractedOn'] as const;

export const rule = missingKey({
  name: 'evidence/no-date',
  kind: 'evidence',
  keys: ['performed', 'window'],
  alike: /date|period|perform|\bwhen\b|month|quarter/i,
  label: 'dates?|period|performed(?: on)?|when|month|quarter|window',
  isSaid: ({ mapping }) => dates.some(key => says(mapping, key)),
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'Evidence that does not say which day or period it covers.',
  why: 'An auditor asks whether the control operated in the period. Evidence without a date shows that it operated once, but not when.',
  fix: 'Add the date when the control was performed (`performed`), the window it belongs to (`window: 2026-Q1`), or the days that a log or population covers (`covers`).',
  messages: {
    default:
      'Evidence `{name}` has no date. Add when the control was `performed`, or which days it `covers`.',
  },
  examples: {
    bad: [
      `
      === evidence/review.md
      ---
      id: EV-01
          ^^^^^
      controls: [AC-04]
      ---
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
    ],
    good: [
      `
      === evidence/review.yaml
      - id: EV-01
        performed: 2026-03-18
      - id: EV-02
        window: 2026-Q1
      - id: EV-03
        covers: {from: 2026-01-01, to: 2026-03-31}
      - id: EV-04
        date: 2026-03-31
      `,
    ],
  },
});
