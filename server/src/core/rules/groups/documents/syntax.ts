import { foreignFrontMatter } from '../../../formats/foreignFrontMatter.ts';
import { type OddFrontMatter, oddFrontMatter } from '../../../formats/oddFrontMatter.ts';
import type { RegisterFacts } from '../../../formats/registerColumns.ts';
import type { Role } from '../../../formats/role.ts';
import { generatorNamed } from '../../../formats/sites/sites.ts';
import type { TextRange } from '../../../text/range.ts';
import { lineEndOf } from '../../../text/source.ts';
import { REPEATED_MERGE } from '../../../yaml/keyProblems.ts';
import { problemArgs } from '../../questions/problemArgs.ts';
import type { DocumentRule, Fix } from '../../rule.ts';

/** One slip can make all that follows it wrong: more findings would say no more. */
const mostProblems = 10;

export const rule: DocumentRule = {
  name: 'documents/syntax',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'Front matter, YAML, or a CSV register of evidence with a syntax error.',
  why: 'Anything that cannot be read does not count. If a broken line hides a mapping, the criterion looks uncovered.',
  fix: 'Fix the line that the message names. Indent with spaces, close quotes and brackets, and put a space after each colon.',
  messages: {
    default: '{problem}',
    unclosed: 'The front matter is not closed. Add a line `---` after its last key.',
    language: 'Front matter in {words} is not read. Write it in YAML, between two lines `---`.',
    late: 'This looks like front matter, but it is not read. Front matter is at the left edge between two lines `---`, and only comments can be above it.',
    quoteUnclosed:
      'This quote is not closed, so the cell ends with its line. Add a quote after the text of the cell.',
    quoteBehind:
      'This text comes after the closing quote of its cell, so it is not read. Write a quote inside a cell twice (`""`).',
    quoteInside:
      'This quote is read as a part of the text. If you mean that, put the whole cell in quotes, and write this quote twice (`""`).',
    cells:
      'This row has more cells than there are columns, so this cell is not read. If a comma belongs to the text of a cell, put that cell in quotes.',
    words:
      'Most tools ignore this front matter, because `{words}` follows the first `---`. Leave nothing else on that line.',
  },
  varying: ['problem'],
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      ^^^
      title: Access policy

      # Access
      `,
      `
      === controls/sso.md
      ---
      id: AC-01
      owner: [Ana
             ^^^^
      ---
      `,
      `
      === policies/access.md
      --- # who may do what
      ^^^^^^^^^^^^^^^^^^^^^
      title: Access policy
      ---
      Access follows the role.
      === policies/backup.md
      +++
      ^^^
      title = "Backup policy"
      +++
      Backups are taken daily.
      === policies/laptops.md
      # Laptop policy

      ---
      ^^^
      owner: head-of-it
      ---
      Laptops are encrypted.
      `,
      `
      === evidence/register.csv
      id,controls,window,title
      EV-01,AC-04,2026-Q1,"The first review
                          ^
      EV-02,AC-04,2026-Q2,"The second" review
                                       ^^^^^^
      EV-03,AC-04,2026-Q3,The "third" review
                              ^
      EV-04,AC-04,2026-Q4,Reviewed, and signed
                                    ^^^^^^^^^^
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      Access follows the role.
      === passwords.md
      +++
      ^^^
      satisfies = ["CC6.1"]
      +++
      Passwords are long.
      `,
    ],
    good: [
      `
      === evidence/register.csv
      id,controls,window,title
      EV-01,"AC-04, AC-05",2026-Q1,"The ""first"" review,
      in two lines"
      === evidence/accounts.csv
      account,"note
      `,
      `
      === policies/access.md
      ---
      title: Access policy
      ---
      # Access
      `,
      `
      === policies/access.md
      <!-- SPDX-License-Identifier: CC0-1.0 -->

      ---
      title: Access policy
      ...
      # Access

      ---

      Owner: see above.

      ---
      `,
    ],
  },
  fixes({ path, range, message, facts: { text, envelope } }) {
    if (message === 'words') return [withoutWords(path, range, text)];
    if (message !== 'unclosed' || !envelope) return [];
    const at = envelope.metaEnd;
    const before = /[\r\n]/.test(text.charAt(at - 1)) ? '' : lineEndOf(text);
    const edit = { path, start: at, end: at, text: `${before}---` };
    return [{ title: 'Close the front matter', edits: [edit], preferred: true }];
  },
  check({ text, role, yaml, envelope, markdown, register, summary }, report) {
    // What a template language makes of it is YAML, not the template.
    if (role.template || role.rendered) return;
    for (const { is, start, end } of register?.problems.slice(0, mostProblems) ?? [])
      report(widened(start, end, text.length), {}, ofRegister[is]);
    const { records, manifest, passedOver } = summary.shape;
    if (records.length === 0 && !manifest) {
      const unread = passedOver && foreignFrontMatter(text);
      if (unread?.isRecord)
        report({ start: unread.start, end: unread.end }, { words: unread.language }, 'language');
      return;
    }
    if (envelope?.style === 'unclosed') report({ start: 0, end: 3 }, {}, 'unclosed');
    const odd = envelope && markdown && oddFrontMatter(text, envelope, markdown);
    if (odd && !isTakenBySite(odd, text, role))
      report({ start: odd.start, end: odd.end }, { words: odd.words }, odd.is);
    for (const { problems } of yaml) {
      // documents/repeated-merge has the others.
      const own = problems.filter(({ code }) => code !== REPEATED_MERGE);
      for (const { start, end, ...problem } of own.slice(0, mostProblems))
        report(widened(start, end, text.length), problemArgs(problem));
    }
  },
};

/** What is said of what is wrong with the text of a register. */
const ofRegister: Readonly<Record<RegisterFacts['problems'][number]['is'], string>> = {
  'unclosed quote': 'quoteUnclosed',
  'text behind a quote': 'quoteBehind',
  'quote inside': 'quoteInside',
  'more cells than columns': 'cells',
};

/** Whether every generator of the page's site takes the first line of its front matter as it is. */
function isTakenBySite({ is, start, end }: OddFrontMatter, text: string, { site }: Role): boolean {
  if (is !== 'words' || !site) return false;
  return site.generators.every(name => generatorNamed(name).fences?.test(text.slice(start, end)));
}

/** Leaves the fence alone; a comment behind it gets a line of its own. */
function withoutWords(path: string, { start, end }: TextRange, text: string): Fix {
  const comment = /#.*/.exec(text.slice(start, end))?.[0];
  const title = comment === undefined ? 'Leave only the fence' : 'Move the comment to the next line';
  const written = comment === undefined ? '---' : `---${lineEndOf(text)}${comment}`;
  return { title, edits: [{ path, start, end, text: written }], preferred: true };
}

/** What is missing has no words of its own: the character after the place stands for it, or the one before the end. */
function widened(start: number, end: number, length: number): { start: number; end: number } {
  if (end > start) return { start, end };
  return start < length ? { start, end: start + 1 } : { start: Math.max(0, start - 1), end: start };
}
