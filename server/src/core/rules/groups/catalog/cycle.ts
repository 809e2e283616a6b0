import type { ProgramRule } from '../../rule.ts';
import { reportProblems } from './problems.ts';

export const rule: ProgramRule = {
  name: 'catalog/cycle',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A parent, import, or catalog that leads back to itself.',
  why: 'An item that leads back to itself cannot be placed in the catalog. Tickmark leaves it out, so nothing can cover it.',
  fix: 'Remove the reference that leads back.',
  messages: { default: '{problem}' },
  varying: ['problem'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [profile.yaml]
      === profile.yaml
      profile:
        metadata: {title: Baseline}
        imports:
          - href: profile.yaml
                  ^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [profile.yaml]
      === profile.yaml
      profile:
        metadata: {title: Baseline}
        imports:
          - href: catalog.yaml
      === catalog.yaml
      catalog:
        metadata: {title: House rules}
        controls:
          - {id: d-1, title: Doors are locked}
      `,
    ],
  },
  check(program, _key, report) {
    reportProblems(program, code => code === 'cycle', report);
  },
};
