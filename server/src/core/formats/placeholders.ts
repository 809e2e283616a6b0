// What a template leaves behind in a document that was never filled in.

import type { MarkdownFacts } from '../markdown/facts.ts';
import { isProse } from '../markdown/scan.ts';
import type { Envelope } from './envelope.ts';
import { layoutNamed } from './layouts/layouts.ts';
import type { Role } from './role.ts';

/**
 * `{{company}}`: words and nothing else. A path (`{{ site.title }}`), a filter, a call, a shortcode (`{{< note >}}`) or a
 * workflow's `${{ x }}` is how the source of a site is written.
 */
const unfilledField = /(?<![{$])\{\{[ \t]?(?!(?:toc|end|else|content)\b)[A-Za-z][\w '’&/-]{0,78}[ \t]?\}\}/gi;

/** What none of those phrases is without, for most lines are none. */
const maySaySoon = /soon|tb[cd]|todo|to be |construction|progress|wip/i;
const soon =
  /^(?:template |content )?(?:coming soon|tbd|tbc|todo|to be (?:written|done|determined|defined|added|completed|decided|confirmed)|under construction|work in progress|wip)[.!]*$/i;

/** Whether a line's words (markup aside) say only that the text is still to come. */
export function saysComingSoon(line: string): boolean {
  return (
    line.length < 80 &&
    maySaySoon.test(line) &&
    soon.test(
      line
        .replace(/[#*_>[\]()`]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  );
}

/** Whether a body says nothing: no line but headings, blanks and a "coming soon". */
export function isStub(body: string): boolean {
  if (body.length > 2000) return false;
  return body
    .split(/\r\n|\n|\r/)
    .every(line => line.trim() === '' || /^ {0,3}#/.test(line) || saysComingSoon(line));
}

/**
 * The fields of a body that a template left open, as [start, end): none where the format is a template language itself
 * (Comply's `{{.Name}}` is final source).
 */
export function unfilledFields(
  text: string,
  format: string,
  role: Role,
  { bodyStart }: Envelope,
  markdown: MarkdownFacts,
): (readonly [start: number, end: number])[] {
  if (layoutNamed(format).hasFinalFields || role.rendered || !text.includes('{{', bodyStart)) return [];
  const body = text.slice(bodyStart);
  return [...body.matchAll(unfilledField)]
    .map(({ 0: words, index }) => [bodyStart + index, bodyStart + index + words.length] as const)
    .filter(([start, end]) => isProse(markdown, start, end));
}
