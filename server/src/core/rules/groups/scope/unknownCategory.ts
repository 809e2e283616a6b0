import { writtenLike } from '../../../formats/yamlEdits.ts';
import { nearest } from '../../../text/nearest.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/unknown-category',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A category in the scope that is not in any catalog.',
  why: 'A category that does not exist asks for nothing. The criteria of the intended category look as if they were not in scope.',
  fix: 'Write `security`, `availability`, `processing-integrity`, `confidentiality`, or `privacy`, or a category of your own catalog.',
  messages: { default: 'The category `{name}` does not exist. Write one of {categories}.' },
  varying: ['categories'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30, categories: [security, avalability]}
                                                                                       ^^^^^^^^^^^
      scope:
        categories: [security, CC6]
                               ^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [Security, Processing Integrity, processing_integrity, confidentiality]
      `,
    ],
  },
  fixes({ path, range, args: { name = '', categories = '' }, facts }) {
    const near = nearest(name, categories.split(', '));
    if (near === undefined) return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: true }];
  },
  check({ manifest, catalogs, catalogFiles: { named } }, _key, report) {
    // What cannot be read may have any category.
    if (!manifest || named.catalogs.some(({ lack }) => lack !== undefined)) return;
    const lists = [manifest.shape.categories, ...manifest.shape.reports.map(({ categories }) => categories)];
    for (const { text, at } of lists.flatMap(list => list?.names ?? [])) {
      if (catalogs.all.some(catalog => catalog.category(text))) continue;
      const categories = catalogs.all.flatMap(one => one.categories.map(({ id }) => id)).join(', ');
      report({ path: manifest.path, record: 0, at }, { name: text, categories });
    }
  },
};
