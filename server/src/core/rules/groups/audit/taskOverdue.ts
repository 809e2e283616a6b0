import { dateIn, nameOf } from '../../../program/record.ts';
import { isOver } from '../../questions/isOver.ts';
import { named } from '../../questions/named.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/task-overdue',
  reads: 'record',
  about: ['task'],
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'An open task that is past its due date.',
  why: 'The plan to close a gap is itself evidence (CC4.2). If dates pass without a word, they show that nobody follows the plan.',
  fix: 'Finish the task and set `status: done`, or agree on a new date.',
  messages: {
    default: 'Task `{name}` was due on {date}. Finish it and set `status: done`, or agree on a new date.',
  },
  examples: {
    bad: [
      `
      === tasks/plan.yaml
      - id: TK-01
        due: 2026-04-30
             ^^^^^^^^^^
        status: open
      `,
    ],
    good: [
      `
      === tasks/plan.yaml
      - id: TK-01
        due: 2026-06-30
      - id: TK-02
        due: 2026-04-30
        status: done
      - id: TK-03
        due: 2026-04-30
        closedOn: 2026-04-14
      `,
    ],
  },
  check(program, key, report) {
    for (const entry of named(program, key, 'task')) {
      const { values } = entry.shape;
      const date = dateIn(values, 'due');
      const stated = values['due'];
      if (
        !stated ||
        date === undefined ||
        date >= program.today ||
        isOver.test(values['status']?.text ?? '') ||
        values['closedOn']
      )
        continue;
      report({ path: entry.path, record: entry.index, at: stated.at }, { name: nameOf(entry), date });
    }
  },
};
