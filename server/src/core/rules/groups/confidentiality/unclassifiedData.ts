import { addKey } from '../../../formats/yamlEdits.ts';
import { entry, items } from '../../../yaml/lookup.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'confidentiality/unclassified-data',
  reads: 'document',
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'Confidentiality is in scope, but data in the manifest has no classification.',
  why: 'C1.1 asks that confidential information is identified. Data without a classification has not been identified, and is protected only by chance.',
  fix: 'Say how confidential each kind of data is: `classification: confidential`.',
  messages: {
    default:
      '`{name}` has no `classification`, but confidentiality is in scope. Under `classification`, say how confidential the data is.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      scope: {categories: [security, confidentiality]}
      data:
        - id: customer-content
              ^^^^^^^^^^^^^^^^
          name: Customer content
      `,
    ],
    good: [
      `
      === tickmark.yaml
      scope: {categories: [security, confidentiality]}
      data:
        - id: customer-content
          classification: confidential
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const root = facts.yaml[0]?.root;
    const data = root?.type === 'mapping' ? items(entry(root, 'data')?.value) : [];
    const one = data.find(item => item && item.start <= range.start && range.end <= item.end);
    if (one?.type !== 'mapping' || entry(one, 'classification')) return [];
    const edit = addKey(facts.text, one, 'classification', '');
    const caret = edit.text.lastIndexOf(':') + 1;
    const title = 'Add an empty classification';
    return [{ title, edits: [{ path, ...edit, caret }], preferred: false, asks: true }];
  },
  check({ summary, yaml }, report) {
    const { manifest } = summary.shape;
    const root = yaml[0]?.root;
    if (!manifest || root?.type !== 'mapping') return;
    const lists = [manifest.categories, ...manifest.reports.map(({ categories }) => categories)];
    if (!lists.some(list => list?.names.some(({ text }) => text.toLowerCase() === 'confidentiality'))) return;
    for (const one of items(entry(root, 'data')?.value)) {
      if (one?.type !== 'mapping' || entry(one, 'classification')?.value) continue;
      const name = entry(one, 'id')?.value ?? entry(one, 'name')?.value;
      if (name?.type === 'scalar') report({ start: name.start, end: name.end }, { name: name.value });
    }
  },
};
