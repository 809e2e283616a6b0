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
  const raw = text.slice(range.start, range.end);
  const isCode = range.start > start && text.charAt(range.start - 1) === '`' && !raw.includes('`');
  return { ...range, words: isCode ? raw.replaceAll('\\|', '|').trim() : plain(raw), whole: { start, end } };
}

/** What marks of emphasis or code enclose; the same where they stand on one side only. In code nothing else is a mark. */
function withoutMarks(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  let mark = text.charAt(start);
  while (end - start > 2 && marks.includes(mark) && mark === text.charAt(end - 1)) {
    const isBlank = !text.charAt(start + 1).trim() || !text.charAt(end - 2).trim();
    // `* * 1 * *` has no emphasis.
    if (isBlank && mark !== '`') break;
    start++;
    end--;
    if (mark === '`' && text.charAt(start) !== '`') break;
    mark = text.charAt(start);
  }
  return { start, end };
}

/** A star between blanks, or before a slash, is no mark but a field of a cron expression. */
function plain(raw: string): string {
  return raw
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/!?\[([^[\]]*)\](?:\([^()\s]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/\\([|\\*_`[\]])|((?<!\S)\*(?![^\s/]))|[*`]|~~|\uFE0F/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}
