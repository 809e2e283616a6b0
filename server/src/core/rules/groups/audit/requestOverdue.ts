import { dateIn, nameOf } from '../../../program/record.ts';
import { isOver } from '../../questions/isOver.ts';
import { named } from '../../questions/named.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/request-overdue',
  reads: 'record',
  about: ['request'],
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: "An auditor's request that is past its due date and not answered.",
  why: 'Fieldwork waits for the answers. Late answers are the most common reason for a late report.',
  fix: 'Answer the request and set `status: submitted`, or agree on a new date with the auditor.',
  messages: {
    default:
      'Request `{name}` was due on {date}. Answer it and set `status: submitted`, or agree on a new date with the auditor.',
  },
  examples: {
    bad: [
      `
      === requests/list.yaml
      - id: HP-01
        due: 2026-06-15
             ^^^^^^^^^^
        status: returned
      `,
    ],
    good: [
      `
      === requests/list.yaml
      - id: HP-01
        due: 2026-06-15
        status: accepted
      - id: HP-02
        due: 2026-07-15
        status: open
      `,
    ],
  },
  check(program, key, report) {
    for (const entry of named(program, key, 'request')) {
      const { values } = entry.shape;
      const date = dateIn(values, 'due');
      const stated = values['due'];
      if (!stated || date === undefined || date >= program.today || isOver.test(values['status']?.text ?? ''))
        continue;
      report({ path: entry.path, record: entry.index, at: stated.at }, { name: nameOf(entry), date });
    }
  },
};
