import { nameOf } from '../../../program/record.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'audit/task-closure',
  reads: 'document',
  about: ['task'],
  severity: { start: 'off', recommended: 'off', strict: 'information' },
  summary: 'A completed task that does not say who confirmed it and when.',
  why: 'A gap is closed once somebody has checked that it is. An auditor asks who checked, and on which day.',
  fix: 'Record who confirmed that the task is done, and when: `closedBy`, `closedOn`.',
  messages: {
    default:
      'Task `{name}` is done, but does not say who confirmed it and when. Add `closedBy` and `closedOn`.',
  },
  examples: {
    bad: [
      `
      === tasks/one.yaml
      id: X-01
          ^^^^
      gap: AC-03
      status: done
      `,
    ],
    good: [
      `
      === tasks/one.yaml
      - id: X-01
        gap: AC-03
        status: done
        closedBy: omar
        closedOn: 2026-04-14
      - id: X-02
        gap: AC-04
        status: open
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'closedBy', 'closedOn');
  },
  check(facts, report) {
    for (const { index, shape } of recordsOf(facts, 'task')) {
      if (
        shape.values['status']?.text.toLowerCase() === 'done' &&
        (!shape.values['closedBy'] || !shape.values['closedOn'])
      )
        report(recordRange(facts, index), { name: nameOf({ shape }) });
    }
  },
};
