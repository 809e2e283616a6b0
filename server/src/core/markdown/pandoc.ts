import { COLON, isSpaceOrTab, OPEN_BRACKET, TILDE } from './characters.ts';
import { commonMark } from './commonMark.ts';
import type { Dialect, ListMark } from './dialect.ts';
import { numberMarkAt } from './pandocNumbers.ts';

/**
 * Pandoc's Markdown (`pandoc -f markdown`, as of 2.17), in what it makes of indented text: its lists may be lettered, roman,
 * or numbered by `#` and `@`, with marks in parentheses, and terms and footnotes have content that is indented by four.
 * A list, heading, or quote that begins without a blank line before it is one here too: Pandoc makes it the rest of the
 * paragraph, but its author meant one.
 */
export const pandoc: Dialect = { markAt, isPandoc: true };

/** Kinds of lists beside those with numbers: bullets are one kind, whatever they look like. */
const bullets = 1 << 21;
const terms = 1 << 22;
const notes = 1 << 23;

const noteMark = /\[\^[^\s\]]+\]:/y;

function markAt(text: string, at: number, end: number): ListMark | undefined {
  const code = text.charCodeAt(at);
  if (code === OPEN_BRACKET) return noteMarkAt(text, at);
  if (code === COLON || code === TILDE) return termMarkAt(text, at, end);
  const numbered = numberMarkAt(text, at, end);
  if (numbered) return numbered;
  const bullet = commonMark.markAt(text, at, end);
  if (!bullet) return;
  const interrupts = bullet.interrupts === 'all' ? 'all' : 'inLists';
  return { length: bullet.length, begins: bullets, continues: bullets, interrupts };
}

/** `:` or `~` before a definition. */
function termMarkAt(text: string, at: number, end: number): ListMark | undefined {
  if (at + 1 === end || !isSpaceOrTab(text.charCodeAt(at + 1))) return;
  return { length: 1, begins: terms, continues: terms, interrupts: 'all', size: 4, needsTerm: true };
}

/** `[^1]:` before a footnote. */
function noteMarkAt(text: string, at: number): ListMark | undefined {
  noteMark.lastIndex = at;
  const length = noteMark.exec(text)?.[0].length;
  if (length === undefined) return;
  return { length, begins: notes, continues: notes, interrupts: 'none', size: 4 };
}
