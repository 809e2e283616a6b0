import { rangeOf, type Stated } from '../../../model/shape.ts';
import { readDate } from '../../../text/calendar.ts';
import { rewriteDate } from '../../fixes/asDate.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'controls/dates',
  reads: 'document',
  about: ['control'],
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary:
    'A control that has a date that does not exist, was retired before it was implemented, or has an earlier version that ended before it began.',
  why: 'These dates tell whether a control was in place in the period. A date that cannot be read counts as missing. The control then counts for days on which it did not exist, or does not count at all.',
  fix: 'Write dates as YYYY-MM-DD. `retiredOn` must come after `implementedOn`. In each version under `history`, `to` must not come before `from`.',
  messages: {
    default: '`{text}` is not a calendar date. Write a date that exists, as YYYY-MM-DD.',
    order:
      'The control was retired on {text}, before it was implemented on {other}. Correct one of the dates.',
    version: 'This version ended on {text}, before it began on {other}. Correct one of the dates.',
  },
  examples: {
    bad: [
      `
      === controls/sso.yaml
      - id: AC-01
        implementedOn: 2025-02-30
                       ^^^^^^^^^^
      - id: AC-02
        implementedOn: 2025-06-01
        retiredOn: 2024-06-01
                   ^^^^^^^^^^
      - id: AC-03
        implementedOn: 30 June 2025
                       ^^^^^^^^^^^^
      - id: AC-04
        history:
          - {from: 2024-01-01, to: 2024-06-31, frequency: annual}
                                   ^^^^^^^^^^
          - {from: 2025-01-01, to: 2024-12-31, frequency: quarterly}
                                   ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === controls/sso.yaml
      - id: AC-01
        implementedOn: 2025-02-28
        retiredOn: 2026-01-01
      - id: AC-02
        implementedOn: 2025-02-28T09:00:00Z
        history: [{from: 2024-01-01, to: 2024-06-30, frequency: annual}, {from: 2024-07-01}]
      `,
    ],
  },
  fixes(target) {
    return target.message === 'default' ? rewriteDate(target) : [];
  },
  check({ summary }, report) {
    for (const [index, { kind, values, standing, history = [] }] of summary.shape.records.entries()) {
      if (kind !== 'control' || standing === 'template') continue;
      const judge = (first: Stated | undefined, last: Stated | undefined, message: string) => {
        for (const date of [first, last])
          if (date && readDate(date.text) === undefined)
            report(rangeOf(summary, index, date.at), { text: date.text });
        if (!first || !last) return;
        const [from, until] = [readDate(first.text), readDate(last.text)];
        if (from === undefined || until === undefined || until >= from) return;
        const related = [{ ...rangeOf(summary, index, first.at), words: 'The other date.' }];
        report(rangeOf(summary, index, last.at), { text: last.text, other: first.text }, message, related);
      };
      judge(values.implementedOn, values.retiredOn, 'order');
      for (const { from, to } of history) judge(from, to, 'version');
    }
  },
};
