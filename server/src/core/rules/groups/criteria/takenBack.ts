import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/taken-back',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'An id under `satisfies` that stands there only to say that the record does not serve it.',
  why: 'What stands under `satisfies` is a claim. Another tool reads the id and not the words around it, and then counts a criterion that the record does not serve.',
  fix: 'List only the criteria that the record serves. Move references and exceptions to its text. If the record serves the criterion, list it as an entry of its own.',
  messages: {
    default:
      '`{words}` does not say that this record serves {id}, so it is not counted. List only what the record serves, and move the rest to its text.',
  },
  examples: {
    bad: [
      `
      === controls/changes.yaml
      - id: CM-01
        satisfies: {TSC: [CC8.1 (see also CC9.1)]}
                                 ^^^^^^^^^^^^^^
      - id: CM-02
        satisfies: {TSC: [CC6.1 but not CC6.2]}
                                ^^^^^^^^^^^^^
      - id: CM-03
        satisfies:
          TSC:
            - CC7.1
            - CC7.2 (planned)
              ^^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === controls/changes.md
      ---
      id: CM-01
      satisfies: {TSC: [CC8.1 - Changes, CC7.1]}
      ---
      See also CC9.1.
      `,
    ],
  },
  check({ citations, text }, report) {
    let before = -1;
    for (const { id, citedIn, denial } of citations) {
      // Several ids can share the words.
      if (citedIn !== 'satisfies' || !denial || denial.start === before) continue;
      before = denial.start;
      report(denial, { id, words: text.slice(denial.start, denial.end).replace(/\s+/g, ' ') });
    }
  },
};
