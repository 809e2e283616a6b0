import { addKeyInOrder } from '../../formats/yamlEdits.ts';
import { manifestKeys } from '../../model/manifestKeys.ts';
import { lineEndOf } from '../../text/source.ts';
import { entry } from '../../yaml/lookup.ts';
import type { ProgrammeRule } from '../rule.ts';

const file = 'objectives.yaml';
const order = manifestKeys.map(({ name }) => name);

export const rule: ProgrammeRule = {
  name: 'scope/objectives',
  reads: 'programme',
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A SOC 1 report without control objectives.',
  why: 'A SOC 1 report concludes on control objectives that the organisation has set for what matters to the financial reporting of its customers.',
  fix: 'Write the objectives in a file, and name it under `catalogues` of the manifest (docs/catalogues.md).',
  messages: {
    default:
      'Report `{report}` is a SOC 1 and has no control objectives. Write them in a file, and name it under `catalogues`.',
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
      catalogues: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria: [{id: CO-1, title: Payments are authorised}]
      `,
    ],
  },
  fixes({ path, facts, programme }) {
    const root = facts.yaml[0]?.root;
    if (root?.type !== 'mapping' || entry(root, 'catalogues') || programme.summary(file)) return [];
    const edit = addKeyInOrder(facts.text, root, 'catalogues', `[${file}]`, order);
    const text = ['name: ICFR', 'criteria:', '  - id: CO-1', '    title:', ''].join(lineEndOf(facts.text));
    const creates = [{ path: file, text }];
    return [{ title: 'Begin the control objectives', edits: [{ path, ...edit }], creates, preferred: false }];
  },
  check({ manifest, reports, catalogueFiles: { named } }, _key, report) {
    if (!manifest) return;
    const isUnread = named.catalogues.some(({ lack }) => lack === 'unread');
    for (const { id, kind, catalogues: measures, shape } of reports) {
      if (kind !== 'soc1' || !shape) continue;
      // Where it names some, scope/catalogues says what is wrong with them.
      if (isUnread || measures.length > 0 || shape.catalogues) continue;
      report({ path: manifest.path, record: 0, at: shape.at }, { report: id });
    }
  },
};
