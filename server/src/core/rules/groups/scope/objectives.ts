import { addKeyInOrder } from '../../../formats/yamlEdits.ts';
import { manifestEntry, manifestKeys } from '../../../model/manifestKeys.ts';
import { lineEndOf } from '../../../text/source.ts';
import type { ProgramRule } from '../../rule.ts';

const file = 'objectives.yaml';
const order = manifestKeys.map(({ name }) => name);

export const rule: ProgramRule = {
  name: 'scope/objectives',
  reads: 'program',
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A SOC 1 report without control objectives.',
  why: "A SOC 1 report concludes on control objectives that the organization sets for what matters to its customers' financial reporting.",
  fix: 'Write the objectives in a file, and name the file under `catalogs` in the manifest. The page `docs/catalogs.md` of Tickmark describes such a file.',
  messages: {
    default:
      'The SOC 1 report `{report}` has no control objectives. Write them in a file, and name the file under `catalogs`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: payroll, kind: soc1, type: 1, asOf: 2026-06-30}
                   ^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: payroll, kind: soc1, type: 1, asOf: 2026-06-30}
      scope: {categories: [security]}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria: [{id: CO-1, title: Payments are authorized}]
      `,
    ],
  },
  fixes({ path, facts, program }) {
    const root = facts.yaml[0]?.root;
    if (root?.type !== 'mapping' || manifestEntry(root, 'catalogs') || program.summary(file)) return [];
    const edit = addKeyInOrder(facts.text, root, 'catalogs', `[${file}]`, order);
    const text = ['name: ICFR', 'criteria:', '  - id: CO-1', '    title:', ''].join(lineEndOf(facts.text));
    const creates = [{ path: file, text }];
    return [
      {
        title: 'Create a file for the control objectives',
        edits: [{ path, ...edit }],
        creates,
        preferred: false,
      },
    ];
  },
  check({ manifest, reports, catalogFiles: { named } }, _key, report) {
    if (!manifest) return;
    const isUnread = named.catalogs.some(({ lack }) => lack === 'unread');
    for (const { id, kind, catalogs: measures, shape } of reports) {
      if (kind !== 'soc1' || !shape) continue;
      // Where it names some, scope/catalogs says what is wrong with them.
      if (isUnread || measures.length > 0 || shape.catalogs) continue;
      report({ path: manifest.path, record: 0, at: shape.at }, { report: id });
    }
  },
};
