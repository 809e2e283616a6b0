import { defaultMegabytes } from '../../../formats/tooLarge.ts';
import { number } from '../../options.ts';
import type { DocumentRule } from '../../rule.ts';

const options = {
  megabytes: number({
    default: defaultMegabytes,
    description: 'How many million characters a document may have before it is not read.',
  }),
};

export const rule: DocumentRule<typeof options> = {
  name: 'documents/too-large',
  reads: 'document',
  options,
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'A document that is too large to be read.',
  why: 'What it says does not count. As any record may be in it, nothing is reported as missing while it is there.',
  fix: 'Split it. What a system has exported belongs beside the evidence record, as its `source`, and not among the documents; or leave it out with `exclude` in the manifest.',
  messages: {
    default:
      'The document has more than {megabytes} million characters and is not read. Split it, or leave it out with `exclude` in the manifest.',
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
