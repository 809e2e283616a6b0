import { writtenLike } from '../../../formats/yamlEdits.ts';
import { isRecordKind, kinds } from '../../../model/kinds.ts';
import { rangeOf } from '../../../model/shape.ts';
import { nextFree } from '../../fixes/newRecord.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

const all = Object.keys(kinds).filter(isRecordKind);
const strange = /[\s,;#"'`<>[\]{}|\\]/;

export const rule: DocumentRule = {
  name: 'documents/malformed-id',
  reads: 'document',
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'An id with blanks, commas or other signs that do not belong in one.',
  why: 'An id is typed into tickets, spreadsheets and requests. One that has a comma is read as two where it is referred to, and one with blanks is written in three ways before long.',
  fix: 'Use letters, digits, hyphens and full stops, and mend what refers to it.',
  messages: { default: 'The id `{id}` has signs that do not belong in one. Write `{better}`.' },
  examples: {
    bad: [
      `
      === tickmark.yaml
      tickmark: 1
      === controls/sso.md
      ---
      id: Access, 01
          ^^^^^^^^^^
      satisfies: [CC6.1]
      ---
      `,
    ],
    good: [
      `
      === tickmark.yaml
      tickmark: 1
      === controls/sso.md
      ---
      id: AC-01.2
      satisfies: [CC6.1]
      ---
      === controls/all.yaml
      - {id: CTL_0042, satisfies: [CC6.1]}
      - {id: acme:iam/7, satisfies: [CC6.1]}
      - {id: Zugriff-01-für-Büro, satisfies: [CC6.1]}
      `,
    ],
  },
  fixes({ path, range, args: { better = '' }, facts, program }) {
    // A block of text is left to its author.
    if (better === '' || /[\r\n]/.test(facts.text.slice(range.start, range.end))) return [];
    const taken = new Set([...program.recordIds()].map(id => id.toLowerCase()));
    const id = taken.has(better.toLowerCase()) ? nextFree(better, taken) : better;
    const text = writtenLike(facts.text.slice(range.start, range.end), id);
    return [{ title: `Write ${id}`, edits: [{ path, ...range, text }], preferred: false }];
  },
  check(facts, report) {
    for (const { index, shape } of recordsOf(facts, ...all)) {
      if (!shape.id || !strange.test(shape.id.text)) continue;
      const better = shape.id.text
        .replace(new RegExp(`(?:${strange.source})+`, 'g'), '-')
        .replace(/^-+|(?<!-)-+$/g, '');
      report(rangeOf(facts.summary, index, shape.id.at), { id: shape.id.text, better });
    }
  },
};
