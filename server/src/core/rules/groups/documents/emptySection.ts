import type { DocumentFacts } from '../../../formats/facts.ts';
import { saysComingSoon } from '../../../formats/placeholders.ts';
import type { Heading } from '../../../markdown/facts.ts';
import { kinds } from '../../../model/kinds.ts';
import type { DocumentRule } from '../../rule.ts';

/** A heading of more words is a sentence, and says itself what is to be said. */
const mostWords = 7;

export const rule: DocumentRule = {
  name: 'documents/empty-section',
  reads: 'document',
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A heading in a policy, procedure, or narrative with nothing below it.',
  why: 'It looks as if you forgot something, or removed it and never wrote it again. An auditor asks what belongs there.',
  fix: 'Write what belongs there, or remove the heading.',
  messages: {
    default: 'The section `{heading}` is empty. Write what belongs there, or remove the heading.',
  },
  examples: {
    bad: [
      `
      === policies/access.md
      # Access policy

      ## Purpose

      Access follows the role.

      ## Exceptions
         ^^^^^^^^^^

      <!-- to be discussed -->

      ## Review

      Each quarter.

      ## References
         ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === policies/access.md
      # Access policy

      ## Rules

      ### Everyone signs in with a second factor.
      ### Shared accounts are forbidden

      Sealed ones aside.

      ## Review

      - Each quarter.
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const { headings = [] } = facts.markdown ?? {};
    const index = headings.findIndex(({ textStart }) => textStart === range.start);
    const heading = headings[index];
    if (!heading) return [];
    const edit = { path, start: heading.start, end: endOf(facts, index), text: '' };
    return [{ title: `Remove the heading ${heading.text}`, edits: [edit], preferred: false }];
  },
  check(facts, report) {
    const { markdown, summary } = facts;
    const [record] = summary.shape.records;
    if (!markdown || !record || kinds[record.kind].prose !== true || record.standing !== 'counts') return;
    const empty = markdown.headings.filter((_, index) => isEmpty(facts, index));
    // Where most are, the headings themselves are what is written.
    if (empty.length * 2 > markdown.headings.length) return;
    for (const { text, textStart, textEnd } of empty) {
      report({ start: textStart, end: textEnd }, { heading: text });
    }
  },
};

function isEmpty(facts: DocumentFacts, index: number): boolean {
  const headings = facts.markdown?.headings ?? [];
  const heading = headings[index];
  const next = headings[index + 1];
  // The first is the document's title.
  if (!heading || index === 0 || (next && next.level > heading.level)) return false;
  const end = endOf(facts, index);
  for (let at = heading.end; at < end; at++) {
    const sign = facts.text.charAt(at);
    if (sign.trim() === '') continue;
    if (sign !== '<') return false;
    const rest = facts.text.slice(at, end).replace(/<!--[\s\S]*?-->/g, '');
    return rest.trim() === '' && isName(heading);
  }
  return isName(heading);
}

/** Where the section of a heading ends: at the next one. */
function endOf({ text, markdown }: DocumentFacts, index: number): number {
  return markdown?.headings[index + 1]?.start ?? text.length;
}

/** Whether a heading only names what is to come. */
function isName({ text }: Heading): boolean {
  // Of `Coming soon` documents/placeholder tells.
  return (
    text !== '' && !saysComingSoon(text) && !/[.:;?!]/.test(text) && text.split(/\s+/).length <= mostWords
  );
}
