import { dateIn, type RecordEntry } from '../../../program/record.ts';
import { type Window, windowNamed } from '../../../program/windows.ts';
import { daysLater } from '../../../text/calendar.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/late',
  reads: 'record',
  about: ['control', 'procedure'],
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary:
    'Evidence of a control that was performed after its window had ended, with no deviation on file for the control.',
  why: 'Late evidence still belongs to the window in which it was due, but an auditor reports that the control was late. Without a deviation, there is no answer on file to why that was, and what you changed.',
  fix: 'Correct the date or the window, if one of them is wrong. If the control was performed late, record a deviation for the control, with its `window` and `cause`. A month can be filled until 10 days after its end, a quarter until 15, and a half or a year until 30.',
  messages: {
    default:
      'Control `{control}` was performed on {date}, but the window {window} ended on {end}, and no deviation is recorded. Correct the date or the window, or record a deviation.',
  },
  examples: {
    bad: [
      `
      === evidence/review.yaml
      - id: EV-01
        controls: [AC-04]
        window: 2025-Q4
        performed: 2026-03-28
                   ^^^^^^^^^^
      - id: EV-02
        controls: [AC-05]
        window: 2026-Q1
        performed: 2026-05-16
                   ^^^^^^^^^^
      === deviations/DV-01.yaml
      {id: DV-01, control: AC-05, window: 2025-Q4}
      === controls/access.yaml
      - id: AC-04
      - id: AC-05
      `,
    ],
    good: [
      `
      === evidence/review.yaml
      - {id: EV-01, controls: [AC-04], window: 2026-Q1, performed: 2026-05-16}
      - {id: EV-02, controls: [AC-05], window: 2026-Q1, performed: 2026-05-16}
      - {id: EV-03, controls: [AC-06], window: 2026-Q1, performed: 2026-04-15}
      - {id: EV-04, controls: [AC-06], window: 2026-Q1, covers: {from: 2026-01-01, to: 2026-03-31}, collected: 2026-06-01}
      - {id: EV-05, controls: [AC-06], window: FY2026-Q1, performed: 2026-05-16}
      === deviations/late.yaml
      - {id: DV-01, control: AC-04, window: 2026-Q1}
      - {id: DV-02, control: AC-05}
      === controls/access.yaml
      - id: AC-04
      - id: AC-05
      - id: AC-06
      `,
    ],
  },
  check(program, key, report) {
    const named = program.references(key);
    const deviations = [...named.keys()].filter(({ shape }) => shape.kind === 'deviation');
    for (const entry of inOrder(named.keys())) {
      const { kind, standing, values } = entry.shape;
      const control = named.get(entry)?.find(reference => reference.key === 'controls')?.id;
      if (kind !== 'evidence' || standing !== 'counts' || control === undefined) continue;
      const [window, date] = [windowNamed(values['window']?.text ?? ''), dateIn(values, 'performed')];
      const { performed } = values;
      if (!performed || !window || date === undefined) continue;
      // A day that is still to come is a finding of evidence/future-date.
      if (date <= lastDayFor(window) || date > daysLater(program.today, 1)) continue;
      if (deviations.some(deviation => mayBeOf(deviation, window))) continue;
      const place = { path: entry.path, record: entry.index, at: performed.at };
      report(place, { control, date, window: window.label, end: window.end });
    }
  },
};

/** Whether a deviation may be one of a window: it names none, one of a fiscal year, or one that has a day in common with it. */
function mayBeOf({ shape }: RecordEntry, { start, end }: Window): boolean {
  const stated = windowNamed(shape.values['window']?.text ?? '');
  return !stated || (stated.start <= end && stated.end >= start);
}

/** The last day on which a window of a month, a quarter, or longer can still be filled in time. */
function lastDayFor({ label, end }: Window): string {
  const days = /-\d\d$/.test(label) ? 10 : /-Q\d$/.test(label) ? 15 : 30;
  return daysLater(end, days);
}
