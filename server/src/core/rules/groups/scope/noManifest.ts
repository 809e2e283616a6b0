import { layoutNamed } from '../../../formats/layouts/layouts.ts';
import { manifestName } from '../../../formats/role.ts';
import { lineEndOf } from '../../../text/source.ts';
import { programPlace } from '../../questions/programPlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/no-manifest',
  reads: 'program',
  absence: true,
  severity: { start: 'off', recommended: 'hint', strict: 'information' },
  summary: 'Documents that cite criteria, without a manifest that says which report they are for.',
  why: 'Without a scope, nobody can say what is missing. The report, its type, its period (or date), and its categories decide what an auditor will ask for.',
  fix: 'Create `tickmark.yaml` at the root of the documentation. In VS Code, the command "Tickmark: Start a SOC 2 Program" asks for what it needs.',
  messages: {
    default:
      'No `tickmark.yaml` says which report these documents are for, so Tickmark cannot say what is missing. Create one with the report and its categories.',
  },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      title: Access policy
             ^^^^^^^^^^^^^
      satisfies:
        TSC: [CC6.1]
      ---
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope: {categories: [security]}
      === policies/access.md
      ---
      title: Access policy
      satisfies:
        TSC: [CC6.1]
      ---
      `,
      `
      === policies/travel.md
      Travel is booked a week ahead.
      `,
      `
      === policies/access.md
      name: Access policy in Comply's layout, which has no manifest
      acronym: AP
      satisfies: {TSC: [CC6.1]}
      ---
      Access follows the role.
      `,
    ],
  },
  fixes({ facts, program }) {
    if (program.manifest) return [];
    // Which type, as of when and for whom is not told by the documents: those keys are left to be filled in.
    const lines = [
      'tickmark: 1',
      'organization:',
      '',
      'reports:',
      '  - id: soc2',
      '    kind: soc2',
      '    type:',
      '    state: planned',
      '',
      'scope:',
      `  categories: [${program.report.categories.join(', ')}]`,
      '',
    ];
    const text = lines.join(lineEndOf(facts.text));
    const title = 'Create tickmark.yaml with the cited categories';
    return [{ title, edits: [], creates: [{ path: manifestName, text }], preferred: false }];
  },
  check(program, _key, report) {
    // Where nothing cites a criterion, coverage/nothing-mapped says what comes first.
    if (program.manifest || program.census.citing === 0) return;
    const place = programPlace(program);
    if (place && layoutNamed(program.summary(place.path)?.shape.format).hasManifest) report(place);
  },
};
