import { timedId } from '../../../program/evidence/evidenceInTime.ts';
import { timeSettings } from '../../../program/evidence/settings.ts';
import type { Program } from '../../../program/program.ts';
import { dateIn, type RecordEntry } from '../../../program/record.ts';
import { daysBetween, daysLater } from '../../../text/calendar.ts';
import { daysIn } from '../../../text/interval.ts';
import type { Cadence } from '../../../time/cadence.ts';
import { countOf } from '../../../time/days.ts';
import { graceOf } from '../../../time/grace.ts';
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
      'Control `{control}` was performed on {date}, but the window {window} ended on {end}, and its grace time is {grace}. No deviation is recorded. Correct the date or the window, or record a deviation.',
  },
  varying: ['grace'],
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
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      grace: {quarterly: 5}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly}
      === evidence/review.yaml
      - id: EV-01
        controls: [AC-04]
        window: 2025-Q4
        performed: 2026-01-10
                   ^^^^^^^^^^
      - id: EV-02
        controls: [AC-04]
        window: 2026-02
        performed: 2026-04-06
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
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      grace: {quarterly: 30}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly}
      - {id: AC-05, status: implemented, frequency: quarterly, grace: 60}
      === evidence/review.yaml
      - {id: EV-01, controls: [AC-04], window: 2025-Q4, performed: 2026-01-30}
      - {id: EV-02, controls: [AC-05], window: 2025-Q4, performed: 2026-02-20}
      - {id: EV-03, controls: [AC-04], window: 2026-02, performed: 2026-04-30}
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
      const term = termOf(window, entry, key, program);
      // A day that is still to come is a finding of evidence/future-date.
      if (date <= term.closes || date > daysLater(program.today, 1)) continue;
      if (hasDeviation(program, key, window)) continue;
      const { end, closes } = term;
      const days = daysBetween(end, closes);
      const grace = days === 1 ? '1 day' : `${days} days`;
      const place = { path: entry.path, record: entry.index, at: performed.at };
      report(place, { control, date, window: term.window, end, grace });
    }
  },
};

/** The name of a window, its last day, and the last day of its grace time. */
interface Term {
  readonly window: string;
  readonly end: string;
  readonly closes: string;
}

/**
 * Until when a control could be performed in time: by the window that the evidence fills, else by what its label names, with the
 * grace time that is set for windows of this length.
 */
function termOf(named: NamedDays, entry: RecordEntry, key: string, program: Program): Term {
  const id = timedId(entry);
  const controls = [...program.defining(key)];
  for (const control of controls) {
    const windows = program.evidence.windows(program.report, control)?.windows ?? [];
    const filled = windows.find(({ cells }) => cells.some(cell => cell.evidence.some(one => one.id === id)));
    if (!filled) continue;
    const { name, isLastInterval, to: end, closes } = filled;
    return { window: isLastInterval ? named.name : name, end, closes };
  }
  const ofControl = controls.flatMap(({ shape }) => daysIn(shape.values['grace']?.text ?? '') ?? [])[0];
  const { grace } = timeSettings(program.manifest?.shape);
  const days = graceOf({ cadence: cadenceOf(named), kind: 'performance' }, ofControl, grace);
  return { window: named.name, end: named.to, closes: daysLater(named.to, days) };
}

/** How often a control is performed that has windows as long as this one. */
function cadenceOf(named: NamedDays): Cadence {
  const days = countOf(named);
  if (days <= 31) return days === 1 ? 'daily' : days === 7 ? 'weekly' : 'monthly';
  return days <= 92 ? 'quarterly' : days <= 184 ? 'semiannual' : 'annual';
}
