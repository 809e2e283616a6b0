import { CR, LF, SPACE, TAB } from './cursor.ts';

/**
 * Joins lines as YAML does in plain and quoted scalars (YAML 1.2.2 section 6.5): white space around a line end goes, a line
 * end becomes a space, and n blank lines become n line ends. White space at the very start and end stays.
 */
export function fold(text: string): string {
  let folded = '';
  let from = 0;
  for (;;) {
    const newline = text.indexOf('\n', from);
    if (newline === -1) return folded + text.slice(from);
    let lineEnd = newline;
    while (lineEnd > from && isSpace(text.charCodeAt(lineEnd - 1))) lineEnd--;
    folded += text.slice(from, lineEnd);
    let newlines = 0;
    from = newline;
    while (isSpace(text.charCodeAt(from))) {
      if (text.charCodeAt(from) === LF) newlines++;
      from++;
    }
    folded += newlines === 1 ? ' ' : '\n'.repeat(newlines - 1);
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB;
}
