import { personalTypes } from '../../../model/vocabulary.ts';
import { entry, items, scalarText } from '../../../yaml/lookup.ts';
import { words } from '../../options.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

const options = {
  types: words({
    default: personalTypes,
    description: 'The types of evidence that contain private information about people.',
  }),
};

export const rule: DocumentRule<typeof options> = {
  name: 'evidence/personal-data',
  reads: 'document',
  about: ['evidence'],
  options,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'Evidence about people whose file is in the repository.',
  why: 'A file that is committed once stays in the history of every copy. Background checks and performance reviews do not belong there: keeping them in a repository is itself a finding under privacy and confidentiality.',
  fix: 'Keep the file where access to it is limited, and record its link, hash, and custodian here. If the file is already in the history, remove it from the history too.',
  messages: {
    default:
      '`{source}` holds a {type} and is in the repository, whose history keeps it forever. Keep it elsewhere, and link to it.',
  },
  examples: {
    bad: [
      `
      === evidence/checks.md
      ---
      id: EV-01
      controls: [HR-01]
      type: background-check
      performed: 2026-03-18
      source: files/checks-2026.pdf
              ^^^^^^^^^^^^^^^^^^^^^
      ---
      === controls/HR-01.md
      ---
      id: HR-01
      ---
      `,
    ],
    good: [
      `
      === evidence/checks.yaml
      - id: EV-01
        type: background-check
        source: https://vault.example.com/checks-2026
      - id: EV-02
        type: performance-review
        source: Kept by the Head of People, see ticket HR-12.
      - id: EV-03
        type: access-review
        source: files/accounts.csv
      `,
    ],
  },
  check(facts, report, { options: { types } }) {
    for (const { mapping } of recordsOf(facts, 'evidence')) {
      const type = scalarText(entry(mapping, 'type')?.value)?.trim().toLowerCase();
      if (type === undefined || !types.includes(type)) continue;
      const source = entry(mapping, 'source')?.value;
      for (const node of items(source)) {
        if (node?.type !== 'scalar' || !file.test(node.value.trim())) continue;
        report({ start: node.start, end: node.end }, { source: node.value.trim(), type });
      }
    }
  },
};

/** A path to a file of the repository: no address, and no sentence. */
const file = /^(?![a-z][a-z0-9+.-]*:)[^\s,;:]+(?: [^\s,;:]+){0,4}\.[a-z0-9]{2,5}$/i;
