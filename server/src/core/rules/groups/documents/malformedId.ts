import { writtenLike } from '../../../formats/yamlEdits.ts';
import { recordKinds } from '../../../model/kinds.ts';
import { rangeOf } from '../../../model/shape.ts';
import { withoutLookAlikes } from '../../../text/plainSigns.ts';
import { nextFree } from '../../fixes/newId.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

const strange = /[\s,;#"'`<>[\]{}|\\]/;

export const rule: DocumentRule = {
  name: 'documents/malformed-id',
  reads: 'document',
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'An id with spaces, commas, or other characters that do not belong in an id.',
  why: 'People type ids into tickets, spreadsheets, and requests. A reference to an id with a comma is read as two ids, and an id with spaces is soon written in three ways.',
  fix: 'Use letters, digits, hyphens, and periods, and update the references to it.',
  messages: {
    default: 'The id `{id}` has characters that do not belong in an id. Write `{better}`.',
    lookAlike:
      'The id `{id}` has a character that only looks like a hyphen, or that cannot be seen, so references to it fail. Write `{better}`.',
  },
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
      === controls/mfa.md
      ---
      id: AC‑02
          ^^^^^
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
    for (const { index, shape } of recordsOf(facts, ...recordKinds)) {
      if (!shape.id) continue;
      const plain = withoutLookAlikes(shape.id.text);
      const isStrange = strange.test(plain);
      if (!isStrange && plain === shape.id.text) continue;
      const better = plain
        .replace(new RegExp(`(?:${strange.source})+`, 'g'), '-')
        .replace(/^-+|(?<!-)-+$/g, '');
      report(
        rangeOf(facts.summary, index, shape.id.at),
        { id: shape.id.text, better },
        isStrange ? 'default' : 'lookAlike',
      );
    }
  },
};
