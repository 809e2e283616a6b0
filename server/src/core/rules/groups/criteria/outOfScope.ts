import { addCategory } from '../../../formats/manifestEdits.ts';
import { cites } from '../../../program/record.ts';
import { criteriaTogether } from '../../questions/criteriaTogether.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'criteria/out-of-scope',
  reads: 'criterion',
  absence: false,
  severity: { start: 'hint', recommended: 'hint', strict: 'hint' },
  tag: 'unnecessary',
  summary: 'A criterion under `satisfies` that no report of the program covers.',
  why: 'It does no harm. An auditor tests the criteria of the chosen categories, and skips the rest.',
  fix: 'Leave it, or add its category to the scope in the manifest.',
  messages: {
    default:
      '`{id}` belongs to {category}, which no report has in scope. Leave it, or add the category to the scope.',
  },
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
  gather: criteriaTogether('id'),
  fixes({ args: { category = '' }, program, manifest }) {
    const id = program.catalogs.all.flatMap(one => one.category(category)?.id ?? [])[0];
    const edit = manifest && id !== undefined ? addCategory(manifest.facts, program.report, id) : undefined;
    if (!manifest || !edit) return [];
    return [
      { title: `Add ${category} to the scope`, edits: [{ path: manifest.path, ...edit }], preferred: false },
    ];
  },
  check(program, key, report) {
    const { catalog, thing } = program.catalogs.criterion(key) ?? {};
    const category = catalog?.category(catalog.group(thing?.group ?? '')?.category ?? '');
    // If no report is measured against a catalog, nothing of it is in scope, and nobody asks.
    const measured = program.reports.filter(({ catalogs }) => catalogs.includes(catalog?.name ?? ''));
    if (!thing || !category || measured.length === 0) return;
    if (measured.some(({ criteria }) => criteria.has(key))) return;
    const { manifest } = program;
    const categories = program.report.shape?.categories ?? manifest?.shape.categories;
    const related =
      manifest && categories
        ? [{ path: manifest.path, record: 0, at: categories.at, words: 'The scope is set here.' }]
        : [];
    for (const entry of inOrder(program.citing(key))) {
      for (const citation of entry.shape.satisfies) {
        if (!cites(entry, citation, key)) continue;
        report(
          { path: entry.path, record: entry.index, at: citation.at },
          { id: thing.id, category: category.title },
          'default',
          related,
        );
      }
    }
  },
};
