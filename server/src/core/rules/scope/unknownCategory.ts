import { writtenLike } from '../../formats/yamlEdits.ts';
import { nearest } from '../../text/nearest.ts';
import type { ProgrammeRule } from '../rule.ts';

export const rule: ProgrammeRule = {
  name: 'scope/unknown-category',
  reads: 'programme',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A category in the scope that no catalogue has.',
  why: 'Nothing is asked for a category that does not exist: the criteria that were meant look as if they were not in scope.',
  fix: 'Write `security`, `availability`, `processing-integrity`, `confidentiality` or `privacy`, or a category of a catalogue of your own.',
  messages: { default: 'There is no category `{name}`. Write one of {categories}.' },
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
  check({ manifest, catalogues, catalogueFiles: { named } }, _key, report) {
    // What cannot be read may have any category.
    if (!manifest || named.catalogues.some(({ lack }) => lack !== undefined)) return;
    const lists = [manifest.shape.categories, ...manifest.shape.reports.map(({ categories }) => categories)];
    for (const { text, at } of lists.flatMap(list => list?.names ?? [])) {
      if (catalogues.all.some(catalogue => catalogue.category(text))) continue;
      const categories = catalogues.all.flatMap(one => one.categories.map(({ id }) => id)).join(', ');
      report({ path: manifest.path, record: 0, at }, { name: text, categories });
    }
  },
};
