import { dateIn, nameOf } from '../../../program/record.ts';
import { isOver } from '../../questions/isOver.ts';
import { named } from '../../questions/named.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/waiver-expired',
  reads: 'record',
  about: ['waiver'],
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A waiver that has expired.',
  why: 'After its last day, what the waiver allowed violates the policy again. An auditor compares the list of exceptions with what is in place.',
  fix: 'End the exception and set `status: retired`, or have the waiver approved again.',
  messages: {
    default:
      'Waiver `{name}` expired on {date}. End the exception and set `status: retired`, or have the waiver approved again.',
  },
  examples: {
    bad: [
      `
      === waivers/vpn.yaml
      - id: WV-01
        approvedBy: priya
        approvedOn: 2025-06-01
        expires: 2025-12-31
                 ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === waivers/vpn.yaml
      - id: WV-01
        expires: 2026-12-31
        satisfies: [CC6.1]
      - id: WV-02
        expires: 2025-12-31
        status: retired
        satisfies: [CC6.1]
      `,
    ],
  },
  check(program, key, report) {
    for (const entry of named(program, key, 'waiver')) {
      const { values } = entry.shape;
      const date = dateIn(values, 'expires');
      const stated = values['expires'];
      if (!stated || date === undefined || date >= program.today || isOver.test(values['status']?.text ?? ''))
        continue;
      report({ path: entry.path, record: entry.index, at: stated.at }, { name: nameOf(entry), date });
    }
  },
};
