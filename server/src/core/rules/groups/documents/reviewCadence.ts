import { isFilledIn } from '../../../formats/isFilledIn.ts';
import { rangeOf } from '../../../model/shape.ts';
import { isInterval } from '../../../text/interval.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/review-cadence',
  reads: 'document',
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A `reviewEvery` that cannot be read as a length of time.',
  why: 'Without a known cadence, nobody is told when a review is overdue. Some words have two meanings: `biannual` is twice a year or every two years.',
  fix: 'Write how often the document is reviewed: `annual`, `semiannual`, `quarterly`, `12 months`, or `every 2 years`. The rule ignores values that name an occasion instead, such as `as the board decides`.',
  messages: {
    default:
      '`{text}` cannot be read as a length of time, so no review is ever overdue. Write for example `annual`, `6 months`, or `every 2 years`.',
  },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      id: access
      reviewed: 2025-05-12
      reviewEvery: biannual
                   ^^^^^^^^
      ---
      Access follows the role.
      === policies/backup.md
      ---
      id: backup
      reviewed: 2025-05-12
      reviewEvery: every few months
                   ^^^^^^^^^^^^^^^^
      ---
      Backups are taken daily.
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      id: access
      reviewed: 2026-05-12
      reviewEvery: at least annually
      ---
      Access follows the role.
      === policies/backup.md
      ---
      id: backup
      reviewed: 2026-05-12
      reviewEvery: as the board decides
      ---
      Backups are taken daily.
      `,
    ],
  },
  check({ summary }, report) {
    for (const [index, { values, standing }] of summary.shape.records.entries()) {
      const { reviewEvery } = values;
      if (!reviewEvery || standing === 'template' || standing === 'retired') continue;
      const { text, at } = reviewEvery;
      if (!isInterval(text) && isFilledIn(text) && !occasion.test(text))
        report(rangeOf(summary, index, at), { text });
    }
  },
};

/** How a value begins that names an occasion and no length of time. */
const occasion =
  /^(?:as|on|upon|when|whenever|if|after|following|with|before|by|ad[ -]?hoc|event|not|continuous)/i;
