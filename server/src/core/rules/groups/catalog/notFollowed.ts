import type { ProgramRule } from '../../rule.ts';
import { reportProblems } from './problems.ts';

export const rule: ProgramRule = {
  name: 'catalog/not-followed',
  reads: 'program',
  absence: false,
  severity: { start: 'information', recommended: 'warning', strict: 'warning' },
  summary: 'An instruction of an OSCAL profile that Tickmark does not follow, or that has no effect.',
  why: 'A profile says which controls apply and how they read. Where an instruction is not followed, Tickmark shows a control as its catalog has it.',
  fix: 'Write the instruction in a form that Tickmark follows, or correct the id that it names. The page `docs/catalogs.md` of Tickmark lists the forms. For a profile of a publisher, name the resolved catalog of that publisher instead.',
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
          - href: catalog.yaml
        modify:
          alters:
            - control-id: d-1
              removes:
                - by-class: optional
                  ^^^^^^^^
                - by-id: d-1_b
                         ^^^^^
      === catalog.yaml
      catalog:
        metadata: {title: House rules}
        controls:
          - id: d-1
            title: Doors are locked
            parts:
              - {id: d-1_a, name: statement, prose: Doors are locked at night.}
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
        modify:
          alters:
            - control-id: d-1
              removes:
                - by-id: d-1_a
      === catalog.yaml
      catalog:
        metadata: {title: House rules}
        controls:
          - id: d-1
            title: Doors are locked
            parts:
              - {id: d-1_a, name: statement, prose: Doors are locked at night.}
      `,
    ],
  },
  check(program, _key, report) {
    reportProblems(program, code => code === 'not-followed', report);
  },
};
