import { layoutNamed } from '../../../formats/layouts/layouts.ts';
import { cadencesIn } from '../../../model/frequency.ts';
import { periodOf } from '../../../program/evidence/evidence.ts';
import { dateIn, isControl, nameOf } from '../../../program/record.ts';
import { referenceKey } from '../../../program/touched.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/no-window',
  reads: 'record',
  about: ['control', 'procedure'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A control for which Tickmark cannot tell when evidence is expected.',
  why: 'In a Type II report, evidence is expected for each month, quarter, half, or year, by the frequency of the control. If Tickmark cannot tell when it is expected, nobody sees that it is missing.',
  fix: 'Write a frequency such as `monthly` or `quarterly`, the last day (`to`) of each version under `history`, and the day on which a control was retired (`retiredOn`).',
  messages: {
    default:
      'Tickmark cannot tell from `{frequency}` when evidence is expected. Write daily, weekly, monthly, quarterly, semiannual, annual, event-driven, or continuous.',
    history:
      'This version of control `{control}` has no `to`, so the present frequency is used for all days. Add its last day.',
    retired:
      'Control `{control}` is retired, but does not say since when, so no evidence of it is expected at all. Add `retiredOn`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - id: AC-04
        status: implemented
        frequency: every 2 months
                   ^^^^^^^^^^^^^^
      - id: AC-05
        status: implemented
        frequency: monthly
        history:
          - from: 2024-01-01
                  ^^^^^^^^^^
            frequency: quarterly
      - id: AC-06
        status: retired
                ^^^^^^^
        frequency: monthly
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04, AC-05, AC-06], performed: 2026-05-18}
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - {id: AC-04, status: implemented, frequency: 0 9 1 1,4,7,10 *}
      - {id: AC-05, status: implemented, frequency: monthly, history: [{from: 2024-01-01, to: 2026-03-31, frequency: quarterly}]}
      - {id: AC-06, status: retired, retiredOn: 2026-03-31, frequency: monthly}
      - {id: AC-07, status: implemented, frequency: every 2 months}
      === evidence/reviews.yaml
      - {id: EV-01, controls: [AC-04, AC-05, AC-06], performed: 2026-02-18}
      `,
    ],
  },
  check(program, key, report) {
    if (!periodOf(program.report)) return;
    for (const control of inOrder(program.defining(key))) {
      const { shape, path, index } = control;
      // What no evidence names may have it elsewhere.
      if (referenceKey(shape.id?.text ?? shape.stem ?? '') !== key) continue;
      if (!isControl(shape) || program.evidence.of(control).length === 0) continue;
      const args = { control: nameOf(control) };
      const { status } = shape.values;
      if (shape.standing === 'retired' && status && dateIn(shape.values, 'retiredOn') === undefined)
        report({ path, record: index, at: status.at }, args, 'retired');
      if (shape.standing !== 'counts') continue;
      const { cron } = layoutNamed(control.format);
      for (const { text, at } of shape.lists?.frequency ?? [])
        if (cadencesIn(text, cron).includes('other'))
          report({ path, record: index, at }, { ...args, frequency: text });
      if (!program.evidence.windows(program.report, control)?.isHistoryOpen) continue;
      const last = shape.history?.findLast(({ to }) => to === undefined);
      if (last?.from) report({ path, record: index, at: last.from.at }, args, 'history');
    }
  },
};
