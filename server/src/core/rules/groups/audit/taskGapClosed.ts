import { notInPlace } from '../../../program/bearing.ts';
import { isGap } from '../../../program/ladder.ts';
import { allListed } from '../../../program/listed.ts';
import { gapNames, isOpenTask } from '../../../program/plan.ts';
import type { Program } from '../../../program/program.ts';
import { dateIn, isControl, nameOf, type RecordEntry } from '../../../program/record.ts';
import type { Window } from '../../../time/states.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { hasDeviation } from '../../questions/deviationOfWindow.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import { type ProgramRule, placeOf } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/task-gap-closed',
  reads: 'record',
  about: ['task'],
  absence: true,
  severity: { start: 'off', recommended: 'hint', strict: 'information' },
  summary: 'An open task whose gap is no longer there.',
  why: 'The plan shows the auditor what is left to be done. A task that stays open after its gap has closed makes the program look less finished than it is.',
  fix: 'If the task is done, set `status: done`, and record who confirmed it and when: `closedBy`, `closedOn`. If something else is left to be done, say so in its title.',
  messages: {
    default:
      'Task `{name}` is open, but nothing is missing from {gaps} any more. If it is done, close it: `status: done`, `closedBy`, and `closedOn`.',
  },
  varying: ['gaps'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      === controls/all.yaml
      - {id: AC-01, status: implemented, satisfies: [CC6.1]}
      - {id: AC-02, status: implemented, satisfies: [CC6.2]}
      === registers/tasks.yaml
      - id: TK-01
            ^^^^^
        kind: task
        gap: CC6.1
        status: open
      - id: TK-02
            ^^^^^
        kind: task
        gap: [CC6.1, 'CC6.2: who signs off']
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/all.yaml
      - {id: AC-04, status: implemented, frequency: quarterly}
      === evidence/all.yaml
      - {id: EV-01, controls: [AC-04], performed: 2026-03-18}
      === registers/tasks.yaml
      - id: TK-01
            ^^^^^
        kind: task
        gap: AC-04
        due: 2026-05-20
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/all.yaml
      - {id: AC-01, status: implemented, satisfies: [CC6.1]}
      - {id: AC-02, status: planned, satisfies: [CC6.2]}
      - {id: AC-04, status: implemented, frequency: quarterly}
      - {id: AC-05, status: implemented}
      - {id: AC-06, status: implemented, frequency: quarterly}
      === evidence/all.yaml
      - {id: EV-01, controls: [AC-04], performed: 2026-05-18}
      - {id: EV-02, controls: [AC-06], performed: 2026-03-18}
      === registers/tasks.yaml
      - {id: TK-01, kind: task, gap: CC6.1, status: done}
      - {id: TK-02, kind: task, gap: CC6.2}
      - {id: TK-03, kind: task, gap: AC-02}
      - {id: TK-04, kind: task, gap: 'CC6.1, CC6.3'}
      - {id: TK-05, kind: task, gap: AC-04}
      - {id: TK-06, kind: task, gap: AC-05}
      - {id: TK-09, kind: task, gap: AC-06, due: 2026-07-10}
      - {id: TK-10, kind: task, gap: AC-06}
      - {id: TK-07, kind: task, gap: the door}
      - {id: TK-08, kind: task, gap: A1.1}
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'closedBy', 'closedOn');
  },
  check(program, key, report) {
    for (const task of recordsAt(program, key, 'task')) {
      const gaps = isOpenTask(task.shape) ? closedGaps(program, task) : [];
      if (gaps.length > 0) report(placeOf(task), { name: nameOf(task), gaps: allListed(gaps) });
    }
  },
};

/** What a task names as its gaps, where nothing is missing from any of them; none where something is, or that cannot be told. */
function closedGaps(program: Program, { shape }: RecordEntry): readonly string[] {
  const { criteria, records } = gapNames(shape);
  const keys = criteria.filter(key => program.catalogs.criterion(key) !== undefined);
  const controls = records
    .flatMap(name => [...program.defining(name)])
    .filter(entry => isControl(entry.shape) && entry.shape.standing === 'counts');
  const isClosed =
    keys.every(key => isCriterionClosed(program, key)) &&
    controls.every(control => isControlClosed(program, control, dateIn(shape.values, 'due')));
  return isClosed ? [...keys, ...new Set(controls.map(nameOf))] : [];
}

function isCriterionClosed({ report, coverage }: Program, key: string): boolean {
  return report.criteria.has(key) && !isGap(coverage.markedState(report, key));
}

/**
 * Whether a control is in place, and its windows show that it is performed: of one without evidence nobody knows what is left to
 * be done. A window that is still open may be what the task is about, unless the task is due before.
 * @param due the day by which the task is due
 */
function isControlClosed(program: Program, control: RecordEntry, due: string | undefined): boolean {
  const { report } = program;
  const planned = control.shape.values['status']?.text.toLowerCase() === 'planned';
  if (planned || notInPlace(control, program.dayOf(report)) !== undefined) return false;
  const windows = program.evidence.windows(report, control)?.windows ?? [];
  const isMeant = ({ to }: Window) => due === undefined || to <= due;
  const lacking = windows.filter(
    window =>
      window.state === 'gap' || window.state === 'partial' || (window.state === 'due' && isMeant(window)),
  );
  const name = control.shape.id?.text ?? control.shape.stem ?? '';
  return (
    windows.some(({ state }) => state === 'complete') &&
    lacking.every(window => hasDeviation(program, name, window))
  );
}
