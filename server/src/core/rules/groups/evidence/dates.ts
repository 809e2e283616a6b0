import { rangeOf, type Stated } from '../../../model/shape.ts';
import { readDate } from '../../../text/calendar.ts';
import { rewriteDate } from '../../fixes/asDate.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'evidence/dates',
  reads: 'document',
  about: ['evidence'],
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A date of evidence that does not exist, or one that contradicts another.',
  why: 'Evidence is put into the period by its dates. What cannot be read, or cannot be, counts for nothing, and an auditor who meets one looks at the others twice.',
  fix: 'Write dates as YYYY-MM-DD. Evidence is collected once the control has been performed, and covers days from the first to the last.',
  messages: {
    default: '`{text}` is no calendar date. Write it as YYYY-MM-DD.',
    order: 'This covers days up to {text}, which is before {other}, the first one. Correct one of the dates.',
    early:
      'This was collected on {text}, before the control was performed on {other}. Correct one of the dates.',
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
