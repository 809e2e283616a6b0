import { pastDay } from '../../makers/pastDay.ts';

export const rule = pastDay({
  name: 'audit/request-overdue',
  kind: 'request',
  day: 'due',
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
});
