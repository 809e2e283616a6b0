import { listed } from '../../../program/listed.ts';
import { isControl, nameOf } from '../../../program/record.ts';
import { calledInSentence } from '../../../time/reasons.ts';
import { shortfallOf, type Window } from '../../../time/states.ts';
import { planForControl } from '../../fixes/planFix.ts';
import { hasDeviation } from '../../questions/deviationOfWindow.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/gap',
  reads: 'record',
  about: ['control', 'procedure'],
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary:
    'A control with no evidence, or only a part of it, for a window that has closed, and with no deviation on file.',
  why: 'In a Type II report, the control must operate during the whole period. The auditor asks for evidence of each window, and reports an exception if there is no evidence.',
  fix: 'If the control was performed in that window, record the evidence that you have, with its `window` and the day on which it was `performed`. If it was not performed, record a deviation. If the control did not exist then, correct `implementedOn` or `history`.',
  messages: {
    default:
      'Control `{control}` has no evidence for {windows}, which closed on {end}. Record the evidence, or a deviation if the control was not performed.',
    several:
      'Control `{control}` has no evidence for {windows}; the first of them closed on {end}. Record the evidence, or a deviation if the control was not performed.',
    partial:
      'Control `{control}` has only a part of the evidence for {windows}: {shortfall}. Record the rest, or a deviation.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      systems: [{id: okta}, {id: github}]
      === controls/access.yaml
      - id: AC-04
        status: implemented
        frequency: quarterly
                   ^^^^^^^^^
      - id: AC-05
        status: implemented
        frequency: quarterly
                   ^^^^^^^^^
        systems: [okta, github]
      - id: AC-06
        status: implemented
        frequency: monthly
                   ^^^^^^^
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04], performed: 2026-05-18}
      - {id: EV-02, controls: [AC-05], performed: 2026-03-18, systems: [okta]}
      - {id: EV-03, controls: [AC-06], performed: 2026-05-18}
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly}
      - {id: AC-05, status: implemented, frequency: quarterly, implementedOn: 2026-05-16}
      - {id: AC-06, status: planned, frequency: monthly}
      - {id: AC-07, status: implemented, frequency: monthly}
      - {id: AC-08, status: implemented, frequency: every 2 months}
      - {id: AC-09, status: implemented, frequency: quarterly}
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04], performed: 2026-03-18}
      - {id: EV-02, controls: [AC-05, AC-06, AC-08, AC-09], performed: 2026-05-18}
      === deviations/DV-01.yaml
      {id: DV-01, control: AC-09, window: 2026-Q1}
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: quarterly}
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04], performed: 2026-05-18}
      `,
    ],
  },
  fixes(target) {
    return planForControl(target.args['control'] ?? '', target);
  },
  check(program, key, report) {
    for (const control of recordsAt(program, key)) {
      // What no evidence names may have it elsewhere. Where a criterion relies on it, its coverage says that there is a gap.
      if (!isControl(control.shape) || program.evidence.of(control).length === 0) continue;
      const windows = program.evidence.windows(program.report, control)?.windows ?? [];
      const { frequency } = control.shape.values;
      const place = { path: control.path, record: control.index, at: (frequency ?? control.shape).at };
      const name = nameOf(control);
      const lacking = windows.filter(window => !hasDeviation(program, key, window));
      const gaps = lacking.filter(({ state }) => state === 'gap');
      const [first] = gaps;
      if (first) {
        const args = { control: name, windows: listed(gaps.map(calledInSentence)), end: first.to };
        report(place, args, gaps.length === 1 ? 'default' : 'several');
      }
      for (const window of lacking.filter(isPartial)) {
        const shortfall = shortfallOf(window) ?? '';
        report(place, { control: name, windows: calledInSentence(window), shortfall }, 'partial');
      }
    }
  },
};

/** Whether only a part is on file. That a population cannot be drawn again is a finding of its own. */
function isPartial({ state, cells, onFile }: Window): boolean {
  if (state !== 'partial') return false;
  const isCovered = cells.some(({ evidence }) => evidence.length > 0);
  return isCovered || !onFile.some(({ type }) => type?.toLowerCase() === 'population');
}
