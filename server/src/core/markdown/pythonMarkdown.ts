import { commonMark } from './commonMark.ts';
import type { Dialect } from './dialect.ts';

/**
 * CommonMark with the admonitions (`!!! note "Title"`) of python-markdown 3.4, and the details (`???+ note "Title"`) and tabs
 * (`=== "Title"`) of pymdown-extensions 9.5: what is indented by four below such a line is text, which elsewhere is code.
 */
export const pythonMarkdown: Dialect = { ...commonMark, noteAt };

const mark = /^(?:!!! ?|\?{3}\+? ?|===(?:\+!?|!\+?)? )/;
const classes = /^[\w -]*$/;

/** Up to the title, which stands in quotes; without one, the whole line. */
function noteAt(text: string, at: number, end: number): number {
  const line = text.slice(at, end).trimEnd();
  const [marked = ''] = mark.exec(line) ?? [];
  const rest = line.slice(marked.length);
  const quote = rest.indexOf('"');
  const named = quote < 0 ? rest : rest.slice(0, quote);
  const isClosed = quote < 0 || (rest.endsWith('"') && rest.length > quote + 1);
  if (marked === '' || !isClosed || !classes.test(named)) return 0;
  const isTab = marked.startsWith('=');
  // Only a tab has no class, and only details can do with a title alone.
  const isWhole = isTab
    ? named.trim() === '' && quote >= 0
    : /\S/.test(marked.startsWith('?') ? rest : named);
  if (!isWhole) return 0;
  return quote < 0 ? line.length : marked.length + quote + 1;
}
