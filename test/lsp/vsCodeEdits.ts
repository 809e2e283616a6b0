// What VS Code makes of the edits of a fix: read in its sources (version 1.139, bulkTextEdits.ts and snippetSession.ts), and
// compared with the real one in test/editor.
import type { FixEdit } from '../../server/src/core/rules/rule.ts';

/** How indentation is written in an editor: with spaces only, or with a tab for each so many blanks. */
export type Indentation = 'spaces' | 'tabs';

const tabSize = 4;

/** The edits as VS Code applies them in the active editor, if one of them is a snippet. */
export function appliedInActiveEditor(
  text: string,
  edits: readonly FixEdit[],
  indentation: Indentation,
): string {
  if (edits.every(({ caret }) => caret === undefined)) return appliedElsewhere(text, edits);
  const [lineBreak] = /\r?\n/.exec([text, ...edits.map(edit => edit.text)].join(' ')) ?? ['\n'];
  let result = '';
  let end = 0;
  for (const [i, edit] of inOrder(edits).entries()) {
    result += text.slice(end, edit.start);
    end = edit.end;
    const line = text.slice(Math.max(text.lastIndexOf('\n', edit.start - 1) + 1, 0), edit.start);
    const [blanks = ''] = /^[ \t]*/.exec(line) ?? [];
    // The first text of a later edit belongs to the text before it, and stays as it is.
    const [before, after] = parts(edit);
    result += i === 0 ? adjusted(before, true) : before;
    result += adjusted(after, i === 0 && before === '');

    function adjusted(part: string, isFirst: boolean): string {
      const [first = '', ...further] = part.split(/\r\n|\r|\n/);
      const isBehindBreak = /[\r\n]$/.test(result);
      const start = isFirst ? normal(first) : isBehindBreak ? normal(blanks + first) : first;
      return [start, ...further.map(each => normal(blanks + each))].join(lineBreak);
    }
  }
  return result + text.slice(end);

  function normal(line: string): string {
    const [blanks = ''] = /^[ \t]*/.exec(line) ?? [];
    let width = 0;
    for (const blank of blanks) width += blank === ' ' ? 1 : tabSize - (width % tabSize);
    const written =
      indentation === 'spaces'
        ? ' '.repeat(width)
        : '\t'.repeat(Math.floor(width / tabSize)) + ' '.repeat(width % tabSize);
    return written + line.slice(blanks.length);
  }
}

/** The edits as VS Code applies them in any other editor, and in a document that has none. */
export function appliedElsewhere(text: string, edits: readonly FixEdit[]): string {
  let result = text;
  for (const edit of inOrder(edits).reverse()) {
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  }
  return result;
}

/** What stands before the caret of an edit, and behind it. Without one, everything stands before it. */
function parts({ text, caret = text.length }: FixEdit): [before: string, after: string] {
  return [text.slice(0, caret), text.slice(caret)];
}

function inOrder(edits: readonly FixEdit[]): FixEdit[] {
  return [...edits].sort((a, b) => a.start - b.start);
}
