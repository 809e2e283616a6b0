import { lineEnd, lineStart, nextLine } from '../../../text/lines.ts';
import type { TextRange } from '../../../text/range.ts';
import type { Fix, SilencingRule } from '../../rule.ts';

export const rule: SilencingRule = {
  name: 'rules/unused-silencing',
  reads: 'silencings',
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'A comment that silences a rule in a place where the rule finds nothing.',
  why: 'The comment would silence the next problem in that place, and nobody would know.',
  fix: 'Remove the name of the rule, or the whole comment. A comment alone on its line applies to the next line. A comment after other text applies to its own line.',
  messages: { default: '`{name}` finds nothing here. Remove it from the comment.' },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      title: Access policy
      ---
      <!-- tickmark-ignore documents/placeholder: the wording is the customer's -->
                           ^^^^^^^^^^^^^^^^^^^^^
      Nothing is left open here.

      Exceptions go to TBD.
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      # tickmark-ignore-file criteria/unknown: the numbers are those of the customer's own list
      title: Access policy
      ---
      <!-- tickmark-ignore documents/placeholder: the board decides in May -->
      Exceptions go to TBD. See CC1.9.
      `,
    ],
  },
  fixAll: true,
  fixes({ path, range, facts: { text, silencings } }) {
    const silencing = silencings.find(({ start, end }) => start <= range.start && range.end <= end);
    const index = silencing?.rules.findIndex(({ start }) => start === range.start) ?? -1;
    if (!silencing || index < 0) return [];
    const [before, after] = [silencing.rules[index - 1], silencing.rules[index + 1]];
    if (after) return takingOut(path, 'Remove it from the comment', range.start, after.start);
    if (before) return takingOut(path, 'Remove it from the comment', before.end, range.end);
    const { start, end } = withItsLine(text, silencing);
    return takingOut(path, 'Remove the comment', start, end);
  },
  check(unused, report) {
    for (const { name, start, end } of unused) report({ start, end }, { name });
  },
};

function takingOut(path: string, title: string, start: number, end: number): readonly Fix[] {
  return [{ title, edits: [{ path, start, end, text: '' }], preferred: true }];
}

/** A comment that is alone goes with its line, one behind other words with the blanks before it. */
function withItsLine(text: string, { start, end }: TextRange): TextRange {
  const from = lineStart(text, start);
  const isLast = text.slice(end, lineEnd(text, end)).trim() === '';
  if (isLast && text.slice(from, start).trim() === '') return { start: from, end: nextLine(text, end) };
  const blanks = /(?<![ \t])[ \t]*$/.exec(text.slice(from, start))?.[0].length ?? 0;
  return { start: isLast ? start - blanks : start, end };
}
