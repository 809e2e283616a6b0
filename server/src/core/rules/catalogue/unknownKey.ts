import type { ProgrammeRule } from '../rule.ts';
import { meantFix, reportProblems } from './problems.ts';

export const rule: ProgrammeRule = {
  name: 'catalogue/unknown-key',
  reads: 'programme',
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'A key that a catalogue or mapping in our own form does not have.',
  why: 'What stands under it is not read: a description under a mistyped key is a criterion that says nothing.',
  fix: 'Correct the key. The keys of the form are in docs/catalogues.md.',
  messages: { default: '{problem}' },
  varying: ['meant'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogues: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria:
        - id: CO-1
          title: Payments are authorised
          descripton: By two people.
          ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogues: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria:
        - id: CO-1
          title: Payments are authorised
          description: By two people.
      `,
    ],
  },
  fixes: meantFix,
  check(programme, _key, report) {
    reportProblems(programme, code => code === 'unknown-key', report);
  },
};
