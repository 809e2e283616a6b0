import { lineEndOf } from '../../../text/source.ts';
import { REPEATED_MERGE } from '../../../yaml/keyProblems.ts';
import { problemArgs } from '../../questions/problemArgs.ts';
import type { DocumentRule } from '../../rule.ts';

/** One slip can make all that follows it wrong: more findings would say no more. */
const mostProblems = 10;

export const rule: DocumentRule = {
  name: 'documents/syntax',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'Front matter or YAML with a syntax error.',
  why: 'Anything that cannot be read does not count. If a broken line hides a mapping, the criterion looks uncovered.',
  fix: 'Fix the line that the message names. Indent with spaces, close quotes and brackets, and put a space after each colon.',
  messages: {
    default: '{problem}',
    unclosed: 'The front matter is not closed. Add a line `---` after its last key.',
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
    ],
    good: [
      `
      === policies/access.md
      ---
      title: Access policy
      ---
      # Access
      `,
    ],
  },
  fixes({ path, message, facts: { text, envelope } }) {
    if (message !== 'unclosed' || !envelope) return [];
    const at = envelope.metaEnd;
    const before = /[\r\n]/.test(text.charAt(at - 1)) ? '' : lineEndOf(text);
    const edit = { path, start: at, end: at, text: `${before}---` };
    return [{ title: 'Close the front matter', edits: [edit], preferred: true }];
  },
  check({ text, role, yaml, envelope, summary }, report) {
    if (summary.shape.records.length === 0 && !summary.shape.manifest) return;
    // What a template language makes of it is YAML, not the template.
    if (role.template || role.rendered) return;
    if (envelope?.style === 'unclosed') report({ start: 0, end: 3 }, {}, 'unclosed');
    for (const { problems } of yaml) {
      // documents/repeated-merge has the others.
      const own = problems.filter(({ code }) => code !== REPEATED_MERGE);
      for (const { start, end, ...problem } of own.slice(0, mostProblems))
        report(widened(start, end, text.length), problemArgs(problem));
    }
  },
};

/** What is missing has no words of its own: the character after the place stands for it, or the one before the end. */
function widened(start: number, end: number, length: number): { start: number; end: number } {
  if (end > start) return { start, end };
  return start < length ? { start, end: start + 1 } : { start: Math.max(0, start - 1), end: start };
}
