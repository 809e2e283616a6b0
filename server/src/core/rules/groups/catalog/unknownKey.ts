import type { ProgramRule } from '../../rule.ts';
import { meantFix, reportProblems } from './problems.ts';

export const rule: ProgramRule = {
  name: 'catalog/unknown-key',
  reads: 'program',
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: "An unknown key in a catalog or mapping that has Tickmark's own form.",
  why: 'Tickmark does not read what is under an unknown key. A criterion whose description has a misspelled key has no description.',
  fix: 'Correct the key. The page `docs/catalogs.md` of Tickmark lists the keys.',
  messages: { default: '{problem}' },
  varying: ['problem', 'meant'],
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
