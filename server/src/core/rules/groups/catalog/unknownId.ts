import type { ProgramRule } from '../../rule.ts';
import { meantFix, reportProblems } from './problems.ts';

const codes: ReadonlySet<string> = new Set([
  'unknown-category',
  'unknown-group',
  'unknown-criterion',
  'unknown-parent',
  'unknown-catalog',
  'unknown-import',
  'unknown-id',
  'withdrawn',
]);

export const rule: ProgramRule = {
  name: 'catalog/unknown-id',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A catalog or mapping that names something that does not exist.',
  why: 'A criterion in a group that does not exist falls out of every list. A mapping to an id that does not exist maps nothing.',
  fix: 'Correct the id, or add what it names.',
  messages: { default: '{problem}' },
  varying: ['problem', 'meant'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [objectives.yaml, wording.yaml]
      mappings: [mapping.yaml]
      === objectives.yaml
      name: ICFR
      groups:
        - {id: PR, title: Paying people}
      criteria:
        - {id: CO-1, title: Payments are authorized, group: PAY}
                                                            ^^^
      === wording.yaml
      over: TSC
      criteria:
        - {id: CC6.9, title: Access}
               ^^^^^
      === mapping.yaml
      from: TSC
      to: ICFR
      pairs:
        - {from: CC8.1, to: CO-7, relationship: superset}
                            ^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [objectives.yaml]
      mappings: [mapping.yaml]
      === objectives.yaml
      name: ICFR
      groups:
        - {id: PR, title: Paying people}
      criteria:
        - {id: CO-1, title: Payments are authorized, group: PR}
      === mapping.yaml
      from: TSC
      to: ICFR
      pairs:
        - {from: CC8.1, to: CO-1, relationship: superset}
      `,
    ],
  },
  fixes: meantFix,
  check(program, _key, report) {
    reportProblems(program, code => codes.has(code), report);
  },
};
