import type { ProgramRule } from '../../rule.ts';
import { meantFix, reportProblems } from './problems.ts';

export const rule: ProgramRule = {
  name: 'catalog/unknown-key',
  reads: 'program',
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'A key that a catalog or mapping in our own form does not have.',
  why: 'What stands under it is not read: a description under a mistyped key is a criterion that says nothing.',
  fix: 'Correct the key. The keys of the form are in docs/catalogs.md.',
  messages: { default: '{problem}' },
  varying: ['meant'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria:
        - id: CO-1
          title: Payments are authorized
          descripton: By two people.
          ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria:
        - id: CO-1
          title: Payments are authorized
          description: By two people.
      `,
    ],
  },
  fixes: meantFix,
  check(program, _key, report) {
    reportProblems(program, code => code === 'unknown-key', report);
  },
};
