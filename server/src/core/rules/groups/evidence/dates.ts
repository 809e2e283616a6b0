import { rangeOf, type Stated } from '../../../model/shape.ts';
import { readDate } from '../../../text/calendar.ts';
import { rewriteDate } from '../../fixes/asDate.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'evidence/dates',
  reads: 'document',
  about: ['evidence'],
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A date in evidence that does not exist, or that contradicts another date.',
  why: 'The dates of evidence place it in the period. Evidence with a date that cannot be read, or cannot be right, counts for nothing. An auditor who sees one looks twice at the others.',
  fix: 'Write dates as YYYY-MM-DD. Evidence is collected after the control was performed, and it covers the days from the first to the last.',
  messages: {
    default: '`{text}` is not a calendar date. Write it as YYYY-MM-DD.',
    order: 'The covered days end on {text}, before they start on {other}. Correct one of the dates.',
    early:
      'This evidence was collected on {text}, before the control was performed on {other}. Correct one of the dates.',
  },
  examples: {
    bad: [
      `
      === evidence/review.yaml
      - id: EV-01
        controls: [AC-04]
        performed: 2026-02-30
                   ^^^^^^^^^^
      - id: EV-02
        controls: [AC-04]
        covers: {from: 2026-03-31, to: 2026-01-01}
                                       ^^^^^^^^^^
      - id: EV-03
        controls: [AC-04]
        performed: 2026-03-18
        collected: 2026-03-01
                   ^^^^^^^^^^
      - id: EV-04
        controls: [AC-04]
        collected: 18.3.2026
                   ^^^^^^^^^
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
        collected: 2026-03-18T10:00:00Z
        covers: {from: 2026-01-01, to: 2026-03-31}
      `,
    ],
  },
  fixes(target) {
    return target.message === 'default' ? rewriteDate(target) : [];
  },
  check({ summary }, report) {
    for (const [index, { kind, values, standing }] of summary.shape.records.entries()) {
      if (kind !== 'evidence' || standing === 'template') continue;
      for (const key of keys) {
        const stated = values[key];
        if (stated && readDate(stated.text) === undefined)
          report(rangeOf(summary, index, stated.at), { text: stated.text });
      }
      const order = (first: Stated | undefined, second: Stated | undefined, message: string) => {
        if (!first || !second) return;
        const [from, to] = [readDate(first.text), readDate(second.text)];
        if (from === undefined || to === undefined || to >= from) return;
        const related = [{ ...rangeOf(summary, index, first.at), words: 'The other date.' }];
        report(
          rangeOf(summary, index, second.at),
          { text: second.text, other: first.text },
          message,
          related,
        );
      };
      order(values['covers.from'], values['covers.to'], 'order');
      order(values['performed'], values['collected'], 'early');
    }
  },
};

const keys = ['performed', 'covers.from', 'covers.to', 'collected', 'extractedOn'] as const;
