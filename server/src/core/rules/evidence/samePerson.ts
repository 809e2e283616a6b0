import { rangeOf } from '../../model/shape.ts';
import type { DocumentRule } from '../rule.ts';

export const rule: DocumentRule = {
  name: 'evidence/same-person',
  reads: 'document',
  about: ['evidence'],
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'Evidence that was reviewed by whoever collected it.',
  why: 'A review is worth something because somebody else looks. An auditor gives no credit for one by the person whose work it is.',
  fix: 'Have somebody else look it over, and name them under `reviewedBy`; where nobody did, leave the key out.',
  messages: {
    default: '`{person}` collected this and reviewed it. Have somebody else look it over.',
  },
  examples: {
    bad: [
      `
      === evidence/review.md
      ---
      id: EV-01
      controls: [AC-04]
      performed: 2026-03-18
      collectedBy: kenji
      reviewedBy: Kenji
                  ^^^^^
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
        collectedBy: kenji
        reviewedBy: priya
      - id: EV-02
        collectedBy: kenji
      `,
    ],
  },
  check({ summary }, report) {
    for (const [index, { kind, values, standing }] of summary.shape.records.entries()) {
      if (kind !== 'evidence' || standing !== 'counts') continue;
      const { collectedBy, reviewedBy } = values;
      if (!reviewedBy || collectedBy?.text.toLowerCase() !== reviewedBy.text.toLowerCase()) continue;
      report(rangeOf(summary, index, reviewedBy.at), { person: reviewedBy.text });
    }
  },
};
