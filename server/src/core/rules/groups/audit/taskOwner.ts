import { addOwner } from '../../fixes/addOwner.ts';
import { isOver } from '../../questions/isOver.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { calledIn, recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for it. */
const alike = /^(?!owner$).*(?:owner|assign|responsib|accountab|performed|team)/i;

export const rule: DocumentRule = {
  name: 'audit/task-owner',
  reads: 'document',
  about: ['task'],
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'An open task without an owner.',
  why: 'A plan to close a gap is only as good as its owners. An auditor who finds a gap asks who will close it, and by when.',
  fix: 'Name the person or role that does the task: `owner: it-administrator`.',
  messages: {
    default: 'Task `{name}` has no owner. Under `owner`, name the person or role that does it.',
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
  fixes(target) {
    return addOwner(target);
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, 'task')) {
      if (
        !shape.values['owner'] &&
        !hasKeyLike(mapping, alike) &&
        !shape.values['closedOn'] &&
        !isOver.test(shape.values['status']?.text ?? '')
      )
        report(recordRange(facts, index), { name: calledIn(shape) });
    }
  },
};
