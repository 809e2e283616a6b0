import { defaultMegabytes } from '../../../formats/tooLarge.ts';
import { number } from '../../options.ts';
import type { DocumentRule } from '../../rule.ts';

const options = {
  megabytes: number({
    default: defaultMegabytes,
    description: 'The largest size of a document that is read, in millions of characters.',
  }),
};

export const rule: DocumentRule<typeof options> = {
  name: 'documents/too-large',
  reads: 'document',
  options,
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'A document that is too large to read.',
  why: 'Nothing in the document counts. Because it could contain any record, Tickmark reports nothing as missing while the document is in the program.',
  fix: 'Split the document, or list it under `exclude` in the manifest. Keep an export from a system next to the evidence record, as its `source`, and not among the documents.',
  messages: {
    default:
      'The document has more than {megabytes} million characters, so it is not read. Split it, or list it under `exclude` in the manifest.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      rules:
        documents/too-large: {megabytes: 0.00005}
      === controls/all.yaml
      - id: AC-01
      ^
        satisfies: [CC6.1]
      - id: AC-02
        satisfies: [CC9.9]
      `,
    ],
    good: [
      `
      === controls/all.yaml
      - id: AC-01
        satisfies: [CC6.1]
      - id: AC-02
        satisfies: [CC6.2]
      `,
    ],
  },
  check({ summary }, report, { options: { megabytes } }) {
    if (summary.shape.unread) report({ start: 0, end: 1 }, { megabytes: String(megabytes) });
  },
};
