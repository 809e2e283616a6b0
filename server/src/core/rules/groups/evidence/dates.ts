import { type RecordShape, rangeOf, type Stated } from '../../../model/shape.ts';
import { windowNamed } from '../../../program/windows.ts';
import { daysLater, readDate } from '../../../text/calendar.ts';
import { entry, scalarText } from '../../../yaml/lookup.ts';
import type { YamlMapping } from '../../../yaml/node.ts';
import { rewriteDate } from '../../fixes/asDate.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'evidence/dates',
  reads: 'document',
  about: ['evidence'],
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary:
    'A date in evidence that does not exist, or that contradicts another date or the window of the evidence.',
  why: 'The dates of evidence place it in the period. Evidence with a date that cannot be read, or cannot be right, counts for nothing. An auditor who sees one looks twice at the others.',
  fix: 'Write dates as YYYY-MM-DD. Evidence is collected after the control was performed, and it covers the days from the first to the last. A log or a population covers only days before the day on which it was drawn: what happens later that day is not in it. A control that was performed late belongs to the window that it was due in, and is a deviation.',
  messages: {
    default: '`{text}` is not a calendar date. Write it as YYYY-MM-DD.',
    order: 'The covered days end on {text}, before they start on {other}. Correct one of the dates.',
    early:
      'This evidence was collected on {text}, before the control was performed on {other}. Correct one of the dates.',
    filed:
      'This evidence was collected on {text}, before it was extracted on {other}. Correct one of the dates.',
    ahead:
      'This evidence covers the days up to {text}, but it was drawn before that, on {other}. End `covers` before the day it was drawn, or draw it again.',
    sameDay:
      'This evidence covers {text}, but it was drawn on that day, so what happened later that day is not in it. End `covers` on the day before, or draw it again.',
    beforeWindow:
      'This date is before the window {window}, which begins on {start}. Correct the date or the window.',
    afterWindow:
      'The control was performed on {text}, but its window {window} ended on {end}. Correct the date or the window. If the control was performed late, record a deviation.',
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
        window: 2025-Q4
        performed: 2026-03-28
                   ^^^^^^^^^^
      - id: EV-09
        controls: [AC-04]
        window: 2026-Q2
        collected: 2026-02-28
                   ^^^^^^^^^^
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
        ...disorderOf(values),
        ...drawnTooEarly(values, isRegister(records[index]?.mapping)),
        ...outsideWindow(values),
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

/** A date that contradicts another, or the window of the evidence. */
interface Contradiction {
  readonly message: string;
  readonly at: Stated;
  readonly other: Stated;
  readonly args?: Readonly<Record<string, string>>;
}

type Values = RecordShape['values'];

/** Dates in a wrong order. */
function disorderOf(values: Values): readonly Contradiction[] {
  const { performed, collected, extractedOn } = values;
  const pairs = [
    [values['covers.from'], values['covers.to'], 'order'],
    [performed, collected, 'early'],
    [extractedOn, collected, 'filed'],
  ] as const;
  return pairs.flatMap(([first, second, message]) => {
    const [from, to] = [dayOf(first), dayOf(second)];
    if (!first || !second || from === undefined || to === undefined || to >= from) return [];
    return [{ message, at: second, other: first }];
  });
}

/**
 * What was drawn before the last day that it covers. A performance may stand for days to come (a review of the quarter, three
 * days before it ends), but a log or a population holds only what happened before the day on which it was drawn.
 */
function drawnTooEarly(values: Values, isDrawn: boolean): readonly Contradiction[] {
  const to = values['covers.to'];
  const drawn = values['extractedOn'] ?? values['collected'];
  const [last, on] = [dayOf(to), dayOf(drawn)];
  if (!to || !drawn || last === undefined || on === undefined) return [];
  if (values['performed'] && !isDrawn) return [];
  if (last > on) return [{ message: 'ahead', at: to, other: drawn }];
  // With a time of day it can be from the end of the day.
  const isEarlyThatDay = last === on && isDrawn && drawn.text.length === on.length;
  return isEarlyThatDay ? [{ message: 'sameDay', at: to, other: drawn }] : [];
}

/** Whether it is a log or a population, which covers days and shows no single performance. */
function isRegister(mapping: YamlMapping | undefined): boolean {
  const type = mapping && scalarText(entry(mapping, 'type')?.value);
  return /^(?:population|system-log)$/i.test(type?.trim() ?? '');
}

/** A performance outside of the window that the evidence names, or evidence put on file before that began. */
function outsideWindow(values: Values): readonly Contradiction[] {
  const { window: stated, performed } = values;
  const window = windowNamed(stated?.text ?? '');
  if (!stated || !window) return [];
  const { label, start, end } = window;
  const early = [performed, values['extractedOn'], values['collected']].find(one => {
    const day = dayOf(one);
    return day !== undefined && day < start;
  });
  if (early) return [{ message: 'beforeWindow', at: early, other: stated, args: { window: label, start } }];
  const day = dayOf(performed);
  if (!performed || day === undefined || day <= daysLater(end, graceOf(label))) return [];
  return [{ message: 'afterWindow', at: performed, other: stated, args: { window: label, end } }];
}

/** How many days after its end a window of a month, a quarter, or longer can still be filled in time. */
function graceOf(label: string): number {
  if (/-\d\d$/.test(label)) return 10;
  return /-Q\d$/.test(label) ? 15 : 30;
}

function dayOf(stated: Stated | undefined): string | undefined {
  return stated && readDate(stated.text);
}
