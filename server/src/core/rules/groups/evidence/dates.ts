import { rangeOf } from '../../../model/shape.ts';
import { dateIn } from '../../../program/record.ts';
import { readDate } from '../../../text/calendar.ts';
import { entry, scalarText } from '../../../yaml/lookup.ts';
import type { YamlMapping } from '../../../yaml/node.ts';
import { rewriteDate } from '../../fixes/asDate.ts';
import {
  type Contradiction,
  contradictionsIn,
  drawnTooEarly,
  type Values,
} from '../../questions/contradictionsIn.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'evidence/dates',
  reads: 'document',
  about: ['evidence'],
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary:
    'A date in evidence that does not exist, or that contradicts another date or the window of the evidence.',
  why: 'The dates of evidence place it in the period. Evidence with a date that cannot be read, or cannot be right, counts for nothing. An auditor who sees one looks twice at the others.',
  fix: 'Write dates as YYYY-MM-DD. Evidence is collected after the control was performed, and it covers the days from the first to the last. A log or a population covers only days before the day on which it was drawn: what happens later that day is not in it. A review is performed on a list that is there already.',
  messages: {
    default: '`{text}` is not a calendar date. Write a date that exists, as YYYY-MM-DD.',
    order: 'The covered days end on {text}, before they start on {other}. Correct one of the dates.',
    early:
      'This evidence was collected on {text}, before the control was performed on {other}. Correct one of the dates.',
    filed:
      'This evidence was collected on {text}, before it was extracted on {other}. Correct one of the dates.',
    older:
      'This review was performed on {text}, before the list that it reviews was extracted on {other}. Correct one of the dates. If the result was exported on that day, write it as `collected`.',
    ahead:
      'This evidence covers the days up to {text}, but it was {drawn} before that, on {other}. End `covers` before the day it was {drawn}, or draw it again.',
    sameDay:
      'This evidence covers {text}, but it was {drawn} on that day, so what happened later that day is not in it. End `covers` on the day before, or draw it again.',
    beforeWindow:
      'This is too early for the window {window}, which begins on {start}. Correct the date or the window.',
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
      - id: EV-05
        controls: [AC-04]
        type: population
        covers: {from: 2026-01-01, to: 2026-03-31}
                                       ^^^^^^^^^^
        extractedOn: 2026-03-15
        collected: 2026-03-14
                   ^^^^^^^^^^
      - id: EV-06
        controls: [AC-04]
        type: system-log
        covers: {from: 2026-01-01, to: 2026-03-31}
                                       ^^^^^^^^^^
        collected: 2026-03-31
      - id: EV-07
        controls: [AC-04]
        window: 2026-Q2
        performed: 2026-03-28
                   ^^^^^^^^^^
      - id: EV-08
        controls: [AC-04]
        covers: {from: 2026-01-01, to: 2026-12-31}
                                       ^^^^^^^^^^
        extractedOn: 2026-06-15
      - id: EV-09
        controls: [AC-04]
        window: 2026-Q2
        collected: 2026-02-28
                   ^^^^^^^^^^
      - id: EV-10
        controls: [AC-04]
        type: access-review
        performed: 2026-03-18
                   ^^^^^^^^^^
        extractedOn: 2026-03-25
        collected: 2026-03-25
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
      - id: EV-02
        type: access-review
        performed: 2026-03-31
        covers: {from: 2026-01-01, to: 2026-03-31}
        collected: 2026-03-31
      - id: EV-03
        type: population
        covers: {from: 2026-01-01, to: 2026-03-30}
        extractedOn: 2026-03-31
        collected: 2026-04-02
      - id: EV-04
        type: system-log
        covers: {from: 2026-01-01, to: 2026-03-31}
        collected: 2026-03-31T23:59:59Z
      - id: EV-05
        window: 2025-Q4
        performed: 2026-01-15
        collected: 2026-03-01
      - id: EV-06
        window: FY2027-Q1
        performed: 2026-03-15
      - {id: EV-11, type: access-review, extractedOn: 2026-03-18, performed: 2026-03-25, collected: 2026-03-25}
      - {id: EV-12, type: change-record, performed: 2026-03-18, extractedOn: 2026-03-25, collected: 2026-03-25}
      - {id: EV-07, type: insurance-certificate, covers: {from: 2026-07-01, to: 2027-06-30}, collected: 2026-07-02}
      - {id: EV-08, type: policy-approval, covers: {from: 2026-01-01, to: 2026-12-31}, collected: 2026-02-15}
      - {id: EV-09, type: bridge-letter, covers: {from: 2026-10-01, to: 2026-12-31}, collected: 2026-11-15}
      - {id: EV-10, title: On-call schedule, covers: {from: 2026-11-01, to: 2026-12-31}, collected: 2026-11-02}
      `,
    ],
  },
  fixes(target) {
    return target.message === 'default' ? rewriteDate(target) : [];
  },
  check({ summary, records }, report) {
    for (const [index, { kind, values, standing }] of summary.shape.records.entries()) {
      if (kind !== 'evidence' || standing === 'template') continue;
      for (const key of keys) {
        const stated = values[key];
        if (stated && readDate(stated.text) === undefined)
          report(rangeOf(summary, index, stated.at), { text: stated.text });
      }
      const contradictions = [
        ...contradictionsIn(values),
        ...drawnTooEarly(values),
        ...(isReview.test(typeIn(records[index]?.mapping)) ? reviewedTooEarly(values) : []),
      ];
      for (const { message, at, other, args } of contradictions) {
        const related = [
          {
            ...rangeOf(summary, index, other.at),
            words: other === values['window'] ? 'The window.' : 'The other date.',
          },
        ];
        report(
          rangeOf(summary, index, at.at),
          { text: at.text, other: other.text, ...args },
          message,
          related,
        );
      }
    }
  },
};

const keys = ['performed', 'covers.from', 'covers.to', 'collected', 'extractedOn'] as const;

/** The review of a list that was drawn only later. */
function reviewedTooEarly(values: Values): readonly Contradiction[] {
  const { performed, extractedOn } = values;
  const [done, drawn] = [dateIn(values, 'performed'), dateIn(values, 'extractedOn')];
  if (!performed || !extractedOn || done === undefined || drawn === undefined || done >= drawn) return [];
  return [{ message: 'older', at: performed, other: extractedOn }];
}

/** The types of what is done with a list of what is there. */
const isReview = /^(?:user[- ])?access[- ](?:review|recertification|certification)$/i;

function typeIn(mapping: YamlMapping | undefined): string {
  return ((mapping && scalarText(entry(mapping, 'type')?.value)) ?? '').trim();
}
