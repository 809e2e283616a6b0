import type { FixEdit } from '../core/rules/rule.ts';
import { lineStart } from '../core/text/lines.ts';

/**
 * The edits of a document in a form that gives the same text wherever they are applied as snippets. VS Code indents each
 * further line of a snippet by the blanks that its line begins with before the edit, but only in the active editor. There it
 * does the same with the plain edits beside a snippet. So an edit of several lines begins where its line begins.
 *
 * In the active editor VS Code also writes indentation the way the editor is set. Where there are tabs that may differ
 * from the edit, so edits with indentation have no caret there.
 * @param text of the document
 * @param edits of the document, in any order; none overlaps another
 */
export function anchoredEdits(text: string, edits: readonly FixEdit[]): readonly FixEdit[] {
  if (edits.every(({ caret }) => caret === undefined)) return edits;
  const anchored: FixEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    let whole = edit;
    let next = fromLineStart(text, whole);
    for (let last = anchored.at(-1); last && last.end > next.start; last = anchored.at(-1)) {
      anchored.pop();
      whole = joined(text, last, whole);
      next = fromLineStart(text, whole);
    }
    anchored.push(next);
  }
  const texts = anchored.map(edit => edit.text);
  const mayDiffer =
    [text, ...texts].some(each => tabs.test(each)) && texts.some(each => indentation.test(each));
  return mayDiffer ? edits.map(withoutCaret) : anchored;
}

/** The edit without a place to type at. */
export function withoutCaret({ path, start, end, text }: FixEdit): FixEdit {
  return { path, start, end, text };
}

/** A line that a tab indents. */
const tabs = /^ *\t/m;

/** What an editor may write with other blanks: one blank always stays one. */
const indentation = /^(?:\t| [ \t])/m;

/** The same edit, begun where its line begins if what stands before it would indent the lines that follow. */
function fromLineStart(text: string, edit: FixEdit): FixEdit {
  const start = lineStart(text, edit.start);
  const before = text.slice(start, edit.start);
  return /^[ \t]/.test(before) && /[\r\n]/.test(edit.text) ? prefixed(edit, start, before) : edit;
}

/** Two edits and what stands between them as one. It has one caret: that of the first that has any. */
function joined(text: string, first: FixEdit, second: FixEdit): FixEdit {
  const before = first.text + text.slice(first.end, second.start);
  const { path, start, end, text: whole, caret } = prefixed(second, first.start, before);
  const placed = first.caret ?? caret;
  return { path, start, end, text: whole, ...(placed !== undefined && { caret: placed }) };
}

function prefixed(edit: FixEdit, start: number, before: string): FixEdit {
  const { caret, text } = edit;
  return {
    ...edit,
    start,
    text: before + text,
    ...(caret !== undefined && { caret: before.length + caret }),
  };
}
