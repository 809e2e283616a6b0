import { pastDay } from '../../makers/pastDay.ts';

export const rule = pastDay({
  name: 'audit/task-overdue',
  kind: 'task',
  day: 'due',
  closed: 'closedOn',
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
});
