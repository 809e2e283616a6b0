import { isOver } from '../../../model/isOver.ts';
import { missingKey } from '../../makers/missingKey.ts';

export const rule = missingKey({
  name: 'audit/task-owner',
  kind: 'task',
  keys: ['owner'],
  alike: /^(?!owner$).*(?:owner|assign|responsib|accountab|performed|team)/i,
  label: 'owners?|assignees?|assigned to|responsible|accountable|performed by|team',
  isSaid: ({ shape: { values } }) =>
    values['owner'] !== undefined ||
    values['closedOn'] !== undefined ||
    isOver.test(values['status']?.text ?? ''),
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'An open task without an owner.',
  why: 'A plan to close a gap is only as good as its owners. An auditor who finds a gap asks who will close it, and by when.',
  fix: 'Add `owner` with the person or role that does the task: `owner: it-administrator`.',
  messages: {
    default: 'Task `{name}` has no owner. Add `owner` with the person or role that does it.',
  },
  examples: {
    bad: [
      `
      === tasks/one.yaml
      id: X-01
          ^^^^
      due: 2027-02-15
      `,
    ],
    good: [
      `
      === tasks/one.yaml
      - id: X-01
        owner: priya
        due: 2027-02-15
      - id: X-02
        due: 2026-02-15
        status: done
      - id: X-03
        assignee: priya
      `,
    ],
  },
});
