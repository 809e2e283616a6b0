import { timedId } from '../../../program/evidence/evidenceInTime.ts';
import type { Program } from '../../../program/program.ts';
import { dateIn, type RecordEntry } from '../../../program/record.ts';
import { daysLater } from '../../../text/calendar.ts';
import { daysNamed, type NamedDays } from '../../../time/labels.ts';
import { hasDeviation } from '../../questions/deviationOfWindow.ts';
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
  fix: 'Correct the date or the window, if one of them is wrong. If the control was performed late, record a deviation for the control, with its `window` and `cause`. By default, a control is late if it is performed more than 10 days after the end of a month, 15 days after a quarter, or 30 days after a half or a year (`grace`).',
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
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly, grace: 5}
      === evidence/review.yaml
      - id: EV-01
        controls: [AC-04]
        window: 2026-Q1
        performed: 2026-04-10
                   ^^^^^^^^^^
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
    for (const entry of inOrder(named.keys())) {
      const { kind, standing, values } = entry.shape;
      const control = named.get(entry)?.find(reference => reference.key === 'controls')?.id;
      if (kind !== 'evidence' || standing !== 'counts' || control === undefined) continue;
      const { performed } = values;
      const window = daysNamed(values['window']?.text ?? '', program.evidence.fiscalYearBegins);
      const date = dateIn(values, 'performed');
      if (!performed || !window || date === undefined) continue;
      // A day that is still to come is a finding of evidence/future-date.
      if (date <= lastDayFor(window, entry, key, program) || date > daysLater(program.today, 1)) continue;
      if (hasDeviation(program, key, window)) continue;
      const place = { path: entry.path, record: entry.index, at: performed.at };
      report(place, { control, date, window: window.name, end: window.to });
    }
  },
};

/**
 * The last day on which a window can still be filled in time: that of the window of the control which the evidence fills, with
 * the grace time that is set for it; else by what the label names.
 */
function lastDayFor({ name, to }: NamedDays, entry: RecordEntry, key: string, program: Program): string {
  const id = timedId(entry);
  for (const control of program.defining(key)) {
    const windows = program.evidence.windows(program.report, control)?.windows ?? [];
    const filled = windows.find(({ cells }) => cells.some(cell => cell.evidence.some(one => one.id === id)));
    if (filled) return filled.closes;
  }
  const days = /-Q\d$/.test(name) ? 15 : /-(?:W?\d\d)$/.test(name) ? 10 : 30;
  return daysLater(to, days);
}
