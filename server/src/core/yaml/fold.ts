import { CR, LF, SPACE, TAB } from './cursor.ts';

/**
 * Joins the lines of text[start, end) as YAML does in plain and quoted scalars: white space around a line end goes, a line
 * end becomes a space, and n blank lines become n line ends.
 */
export function fold(text: string, start: number, end: number): string {
  let folded = '';
  let from = start;
  for (;;) {
    const newline = text.indexOf('\n', from);
    if (newline === -1 || newline >= end) return folded + text.slice(from, end);
    let lineEnd = newline;
    while (lineEnd > from && isSpace(text.charCodeAt(lineEnd - 1))) lineEnd--;
    folded += text.slice(from, lineEnd);
    let newlines = 0;
    from = newline;
    while (from < end && isSpace(text.charCodeAt(from))) {
      if (text.charCodeAt(from) === LF) newlines++;
      from++;
    }
    folded += newlines === 1 ? ' ' : '\n'.repeat(newlines - 1);
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB;
}
