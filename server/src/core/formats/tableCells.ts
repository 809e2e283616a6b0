// The words of a table's cells, as a reader sees them.
import type { TextRange } from '../text/range.ts';

/** A cell: its words, and where they are without the marks around them. */
export interface Cell extends TextRange {
  readonly words: string;
  /** With those marks, and without the blanks around it. */
  readonly whole: TextRange;
}

const marks = '*_`~';
/** A link, of which a reader sees the label. */
const link = /^\[([^[\]]*)\](?:\([^()\s]*\)|\[[^[\]]*\])$/;

/**
 * The words of a cell.
 * @param start where its contents begin, without the blanks around them
 */
export function cellOf(text: string, start: number, end: number): Cell {
  const inner = withoutMarks(text, { start, end });
  const label = link.exec(text.slice(inner.start, inner.end))?.[1];
  const from = inner.start + 1;
  const range = label === undefined ? inner : withoutMarks(text, { start: from, end: from + label.length });
  return { ...range, words: plain(text.slice(range.start, range.end)), whole: { start, end } };
}

/** What marks of emphasis or code enclose; the same where they stand on one side only. */
function withoutMarks(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && marks.includes(text.charAt(start))) start++;
  while (start < end && marks.includes(text.charAt(end - 1))) end--;
  return start > range.start && end < range.end ? { start, end } : range;
}

function plain(raw: string): string {
  return raw
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/!?\[([^[\]]*)\](?:\([^()\s]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/\\([|\\*_`[\]])/g, '$1')
    .replace(/[*`]|~~|\uFE0F/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
