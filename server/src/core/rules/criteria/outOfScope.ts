import { addCategory } from '../../formats/manifestEdits.ts';
import { inOrder, type ProgrammeRule } from '../rule.ts';

export const rule: ProgrammeRule = {
  name: 'criteria/out-of-scope',
  reads: 'criterion',
  absence: false,
  severity: { start: 'hint', recommended: 'hint', strict: 'hint' },
  tag: 'unnecessary',
  summary: 'A criterion under `satisfies` that no report of the programme covers.',
  why: 'It does no harm: an auditor tests the criteria of the chosen categories and passes over the rest.',
  fix: 'Leave it, or add its category to the scope in the manifest.',
  messages: { default: '`{id}` belongs to {category}, which no report has in scope.' },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security]
      === controls/backup.md
      ---
      id: BK-01
      satisfies:
        TSC: [CC7.5, A1.2]
                     ^^^^
      ---
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, availability]
      === controls/backup.md
      ---
      id: BK-01
      satisfies:
        TSC: [CC7.5, A1.2]
      ---
      `,
    ],
  },
  fixes({ args: { category = '' }, programme, manifest }) {
    const id = programme.catalogue.category(category)?.id;
    const edit = manifest && id !== undefined ? addCategory(manifest.facts, programme.report, id) : undefined;
    if (!manifest || !edit) return [];
    return [
      { title: `Add ${category} to the scope`, edits: [{ path: manifest.path, ...edit }], preferred: false },
    ];
  },
  check(programme, id, report) {
    const group = programme.catalogue.criterion(id)?.group;
    const category = group === undefined ? undefined : programme.catalogue.group(group)?.category;
    const measured = programme.reports.filter(({ kind }) => kind !== 'soc1');
    if (category === undefined || measured.length === 0) return;
    if (measured.some(({ criteria }) => criteria.has(id))) return;
    const title = programme.catalogue.category(category)?.title ?? category;
    for (const { path, index, shape } of inOrder(programme.citing(id))) {
      for (const citation of shape.satisfies) {
        if (citation.id !== id || citation.catalogue !== 'TSC') continue;
        report({ path, record: index, at: citation.at }, { id, category: title });
      }
    }
  },
};
