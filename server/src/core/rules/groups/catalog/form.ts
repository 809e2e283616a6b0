import type { ProgramRule } from '../../rule.ts';
import { reportProblems } from './problems.ts';

/** The problems that the other rules of this group report. */
const others = /^(?:duplicate-id|cycle|not-followed|unknown-.+|withdrawn)$/;

export const rule: ProgramRule = {
  name: 'catalog/form',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A catalog or mapping file that does not have the expected form.',
  why: 'Tickmark cannot ask for what it cannot read. A criterion that falls out of its catalog is never reported as missing.',
  fix: 'Fix what the message names. The page `docs/catalogs.md` of Tickmark describes the forms that it reads.',
  messages: { default: '{problem}' },
  varying: ['problem'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [objectives.yaml]
      mappings: [mapping.yaml]
      === objectives.yaml
      name: ICFR
      title: [Control objectives]
             ^
      criteria:
        - title: Payments are authorized
          ^^^^^
        - {id: CO-2, title: Changes are tested}
      === mapping.yaml
      from: TSC
      to: TSC
      pairs:
        - {from: CC8.1, to: CC8.1, relationship: same}
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
      criteria:
        - {id: CO-1, title: Payments are authorized}
        - {id: CO-2, title: Changes are tested}
      === mapping.yaml
      from: TSC
      to: ICFR
      pairs:
        - {from: CC8.1, to: CO-2, relationship: superset}
      `,
    ],
  },
  check(program, _key, report) {
    const isMeant = (code: string) => code === 'unknown-relationship' || !others.test(code);
    reportProblems(program, isMeant, report);
  },
};
