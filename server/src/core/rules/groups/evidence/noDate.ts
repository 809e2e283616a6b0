import { missingKey } from '../../makers/missingKey.ts';
import { says } from '../../questions/says.ts';

const dates = ['performed', 'window', 'covers', 'collected', 'extractedOn'] as const;

export const rule = missingKey({
  name: 'evidence/no-date',
  kind: 'evidence',
  keys: ['performed', 'window'],
  alike: /date|period|perform|\bwhen\b|month|quarter/i,
  isSaid: ({ mapping }) => dates.some(key => says(mapping, key)),
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'Evidence that does not say which day or period it is about.',
  why: 'An auditor asks whether the control operated in the period. Evidence without a day shows that it did once, and not when.',
  fix: 'Say when the control was performed (`performed`), which window it belongs to (`window: 2026-Q1`), or which days a log or population covers (`covers`).',
  messages: {
    default:
      'Evidence `{name}` does not say when. Say when the control was `performed`, or which days it `covers`.',
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
