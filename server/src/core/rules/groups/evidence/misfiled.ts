import type { Stated } from '../../../model/shape.ts';
import type { Program } from '../../../program/program.ts';
import { isControl, nameOf, type RecordEntry } from '../../../program/record.ts';
import { daysNamed } from '../../../time/labels.ts';
import type { Problem } from '../../../time/problems.ts';
import { isOfEveryDay } from '../../../time/states.ts';
import { contradictedIn, drawnTooEarly } from '../../questions/contradictionsIn.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { Args, ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/misfiled',
  reads: 'record',
  about: ['control', 'procedure'],
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  severityApart: {
    messages: ['unclear'],
    severity: { start: 'off', recommended: 'information', strict: 'information' },
    when: 'where the control expects several types of evidence',
  },
  summary: 'Evidence that does not fill a window of its control as it states.',
  why: 'An auditor looks for evidence by control and window. Evidence under a name that the control does not have, or of another type, is not found, and the window stays open.',
  fix: 'Correct `window` to a window of the control (`tickmark evidence` lists them), or remove it. Without it, the day on which the control was `performed` decides. Correct `type`, or add it to what the control `expects`.',
  messages: {
    default:
      '`{label}` is not a window of control `{control}`, so this evidence is filed by its dates. Correct the window, or remove it.',
    early:
      'This evidence was {done} on {date}, too early for the window {window}, which begins on {begins}, so it fills no window. Correct the date or the window.',
    covers:
      'This evidence does not say when control `{control}` was performed, and the days that it covers hold no whole window, or are more than twice as long as one. Add `performed` or `window`.',
    type: 'Control `{control}` expects {expected}, so this evidence (`{type}`) fills none of its windows. Correct the type, or what the control expects.',
    unclear:
      'Control `{control}` expects several types of evidence ({expected}), and this evidence does not say which it is. Add `type` or `expects`.',
    beyond:
      'This evidence says that it covers days up to {to}, but it was drawn on {drawn}, so it counts only up to the day before. Correct one of the dates.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly}
      - {id: AC-05, status: implemented, frequency: monthly, expects: [access-review]}
      - {id: AC-06, status: implemented, frequency: weekly}
      === evidence/reviews.yaml
      - id: EV-01
        controls: [AC-04]
        window: 2026
                ^^^^
        performed: 2026-05-18
      - id: EV-02
        controls: [AC-04]
        type: vendor-report
        covers: {from: 2026-01-15, to: 2026-05-31}
                                       ^^^^^^^^^^
        collected: 2026-06-02
      - id: EV-03
        controls: [AC-05]
        type: restore-test
              ^^^^^^^^^^^^
        performed: 2026-05-18
      - id: EV-04
        controls: [AC-06]
        covers: {from: 2026-01-01, to: 2026-06-30}
                                       ^^^^^^^^^^
        collected: 2026-06-15
      `,
      `
      === tickmark.yaml
      fiscalYearBegins: February
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-02-01, end: 2027-01-31}}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly}
      === evidence/reviews.yaml
      - id: EV-01
        controls: [AC-04]
        window: FY2027-Q2
        performed: 2026-04-28
                   ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly}
      - {id: AC-05, status: implemented, frequency: monthly, expects: [access-review]}
      - {id: AC-06, status: implemented, frequency: event-driven, expects: [population]}
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04], window: 2026-Q1, performed: 2026-04-03}
      - {id: EV-02, controls: [AC-04], window: 2026-05, performed: 2026-05-18}
      - {id: EV-03, controls: [AC-04], window: 2025-Q4, performed: 2026-01-10}
      - {id: EV-04, controls: [AC-05], performed: 2026-05-18}
      - {id: EV-05, controls: [AC-04], window: FY2026, performed: 2026-05-18}
      - {id: EV-06, controls: [AC-04], covers: {from: 2026-01-01, to: 2026-03-31}, collected: 2026-04-02}
      - {id: EV-07, controls: [AC-06], type: incident-report, performed: 2026-05-18}
      - {id: EV-08, controls: [AC-04], window: 2026-Q2, performed: 2026-03-28}
      - {id: EV-09, controls: [AC-06], type: population, query: all, count: 12, covers: {from: 2026-01-01, to: 2026-06-30}, extractedOn: 2026-06-15}
      `,
    ],
  },
  check(program, key, report) {
    for (const control of recordsAt(program, key)) {
      if (!isControl(control.shape)) continue;
      const found = program.evidence.windows(program.report, control);
      // Beside a log or a population there may be items of it, of whatever type.
      const isOfDays = found?.windows.every(isOfEveryDay) ?? false;
      for (const problem of found?.problems ?? []) {
        if (problem.is === 'type' && isOfDays) continue;
        const entry = found?.evidence.get(problem.evidence);
        const said = entry && saidOf(problem, entry, control, program);
        if (!said) continue;
        const { at } = said.stated ?? entry.shape;
        report({ path: entry.path, record: entry.index, at }, said.args, said.message);
      }
    }
  },
};

/** What is said of a problem, and the value that it is about; undefined for what another rule says. */
function saidOf(
  problem: Problem,
  { shape: { values } }: RecordEntry,
  control: RecordEntry,
  program: Program,
): { readonly message: string; readonly args: Args; readonly stated: Stated | undefined } | undefined {
  const name = nameOf(control);
  const expected = (control.shape.lists?.expects ?? []).map(({ text }) => `\`${text}\``).join(', ');
  switch (problem.is) {
    case 'label':
      return isLabelKnown(problem.label, program)
        ? { message: 'default', args: { label: problem.label, control: name }, stated: values['window'] }
        : undefined;
    case 'early': {
      // What the document alone shows is a finding of evidence/dates already.
      if (contradictedIn(values).size > 0) return undefined;
      const { window, begins, day: date } = problem;
      const [done, stated] = values['performed']
        ? ['performed', values['performed']]
        : ['collected', values['collected']];
      return { message: 'early', args: { done, date, window, begins }, stated };
    }
    case 'covers':
      return { message: 'covers', args: { control: name }, stated: values['covers.to'] };
    case 'type':
      return {
        message: 'type',
        args: { control: name, expected, type: values['type']?.text ?? '' },
        stated: values['type'],
      };
    case 'unclear':
      return { message: 'unclear', args: { control: name, expected }, stated: undefined };
    case 'beyond':
      return drawnTooEarly(values).length > 0
        ? undefined
        : {
            message: 'beyond',
            args: { to: problem.to, drawn: problem.drawn },
            stated: values['covers.to'],
          };
    default:
      return undefined;
  }
}

/** Whether a label names days, and it is known which: one that names none is a value that nobody understands. */
function isLabelKnown(label: string, { evidence }: Program): boolean {
  return daysNamed(label, evidence.fiscalYearBegins) !== undefined;
}
