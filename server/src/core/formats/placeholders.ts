// What a template leaves behind in a document that was never filled in.

import type { MarkdownFacts } from '../markdown/facts.ts';
import { isProse } from '../markdown/scan.ts';
import { isFieldOfTicket } from './callsItself.ts';
import type { Envelope } from './envelope.ts';
import { layoutNamed } from './layouts/layouts.ts';
import { instructions, things } from './placeholderWords.ts';
import type { Role } from './role.ts';

// A bracket is a placeholder when it holds an instruction (`[insert date]`), the name of what belongs there (`[Company]`),
// or blanks (`[____]`). Inside of quotation marks it is the editor's, as `[...]` is everywhere.
const rest = '[^\\][\\n]{0,300}';
export const bracket = new RegExp(
  `\\[[ \\t]{0,3}(?:(?:${instructions.join('|')})(?=[ \\t:\\]])${rest}|(?:your|name of) ${rest}|` +
    `(?:the |our )?(?:${things.join('|')})(?:[ /.,'’&()]${rest})?|x{2,}|_{2,}|tbd|tbc|todo)[ \\t]{0,3}\\]`,
  'iy',
);
export const angle =
  /<[ \t]?(?:insert|your|enter|add|company|organi[sz]ation|name|date|todo|tbd)\b[^<>\n]{0,80}>/iy;
export const capitals = /^(?:TBD|TBC|TODO|FIXME|XXX)$/;

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

/** Whether a value is nothing but what a template left there: `[Title]`, `TBD`, `<insert name>`. */
export function isPlaceholder(value: string): boolean {
  if (value.length > 120) return false;
  if (capitals.test(value) || saysComingSoon(value)) return true;
  if (!value.startsWith('[') && !value.startsWith('<')) return false;
  return [bracket, angle].some(pattern => {
    pattern.lastIndex = 0;
    return pattern.exec(value)?.[0] === value;
  });
}

/** Whether a value has what a template left there, alone or among other words: `every [number] months`. */
export function holdsPlaceholder(value: string): boolean {
  if (isPlaceholder(value)) return true;
  if (!/[[<{]/.test(value)) return false;
  if (/\{\{[^{}]{0,80}\}\}/.test(value)) return true;
  return [...value.slice(0, 200).matchAll(/[[<]/g)].some(({ index }) =>
    [bracket, angle].some(pattern => {
      pattern.lastIndex = index;
      return pattern.test(value);
    }),
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
 * @param isTicket whether it is the text of a ticket, with fields that are filled in when that is made
 */
export function unfilledFields(
  text: string,
  format: string,
  role: Role,
  { bodyStart }: Envelope,
  markdown: MarkdownFacts,
  isTicket: boolean,
): (readonly [start: number, end: number])[] {
  if (layoutNamed(format).hasFinalFields || role.rendered || !text.includes('{{', bodyStart)) return [];
  const body = text.slice(bodyStart);
  return [...body.matchAll(unfilledField)]
    .map(({ 0: words, index }) => [bodyStart + index, bodyStart + index + words.length] as const)
    .filter(
      ([start, end]) =>
        isProse(markdown, start, end) && !(isTicket && isFieldOfTicket(text.slice(start, end))),
    );
}
