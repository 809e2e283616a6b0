import { rangeOf } from '../../../model/shape.ts';
import { readDate } from '../../../text/calendar.ts';
import { rewriteDate } from '../../fixes/asDate.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'controls/dates',
  reads: 'document',
  about: ['control'],
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A control with a date that does not exist, or that was retired before it was implemented.',
  why: 'These dates tell whether a control was in place in the period. A date that cannot be read counts as missing. The control then counts for days on which it did not exist, or does not count at all.',
  fix: 'Write dates as YYYY-MM-DD. `retiredOn` must come after `implementedOn`.',
  messages: {
    default: '`{text}` is not a calendar date. Write a date that exists, as YYYY-MM-DD.',
    order:
      'The control was retired on {text}, before it was implemented on {other}. Correct one of the dates.',
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
      `,
    ],
  },
  fixes(target) {
    return target.message === 'default' ? rewriteDate(target) : [];
  },
  check({ summary }, report) {
    for (const [index, { kind, values, standing }] of summary.shape.records.entries()) {
      if (kind !== 'control' || standing === 'template') continue;
      const { implementedOn, retiredOn } = values;
      for (const date of [implementedOn, retiredOn]) {
        if (date && readDate(date.text) === undefined)
          report(rangeOf(summary, index, date.at), { text: date.text });
      }
      if (!implementedOn || !retiredOn) continue;
      const [from, until] = [readDate(implementedOn.text), readDate(retiredOn.text)];
      if (from !== undefined && until !== undefined && until < from) {
        const args = { text: retiredOn.text, other: implementedOn.text };
        const related = [{ ...rangeOf(summary, index, implementedOn.at), words: 'The other date.' }];
        report(rangeOf(summary, index, retiredOn.at), args, 'order', related);
      }
    }
  },
};
