import type { ShownFinding } from '../../core/engine/shownFinding.ts';
import { withoutSecrets } from '../../core/rules/questions/secretsIn.ts';
import type { LineTable } from '../../core/text/lineTable.ts';
import type { TextRange } from '../../core/text/range.ts';
import { sourceOf } from '../../core/text/source.ts';
import { below, contentOf } from '../../workspace/files.ts';
import type { AskedProgram } from '../programs.ts';
import { printable, terminal } from '../terminalText.ts';

/** A place as people count: line and column from 1, the column in UTF-16 units. */
interface LineColumn {
  readonly line: number;
  readonly column: number;
}

interface LineColumns {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** A finding where it is in the files. */
export interface Located<Finding extends ShownFinding = ShownFinding> {
  readonly finding: Finding;
  /** Relative to the current folder, with `/`. */
  readonly file: string;
  /** The root of its program, as it is printed. */
  readonly program: string;
  readonly range: LineColumns;
  /** Other places that it names. */
  readonly related: readonly {
    readonly file: string;
    readonly range: LineColumns;
    readonly message: string;
  }[];
  /** The first line that it touches as it is printed, without its line end and without credentials. */
  readonly line: () => string;
  /** Asked for only when it is printed: it may be dear. */
  readonly hint: () => string | undefined;
}

/** Findings in one document, by place, where they are in the files; none where the document is not known. */
export function locate<Finding extends ShownFinding>(
  { engine, folder, files, shown, fileOf, linesOf }: AskedProgram,
  path: string,
  findings: readonly Finding[],
): Located<Finding>[] {
  const lines = linesOf(path);
  if (!lines || findings.length === 0) return [];
  const printed = printedLines(() => contentOf(files.read(below(folder.root, path))), lines);
  const file = fileOf(path);
  return findings.map(finding => {
    const { line } = lines.positionAt(finding.range.start);
    return {
      finding,
      hint: () => engine.hint(finding),
      file,
      program: shown,
      range: lineColumns(lines, finding.range),
      related: finding.related.flatMap(({ path: other, range, words }) => {
        const there = linesOf(other);
        return there ? [{ file: fileOf(other), range: lineColumns(there, range), message: words }] : [];
      }),
      line: () => printed(line),
    };
  });
}

/** What stands for a line where the file was read before and cannot be read any more. */
const unreadLine = terminal`(this line could not be read again)`;

/**
 * Gives a file's lines as they are printed. It is read again only for that, and the last line is kept: many findings may
 * stand in one long line.
 */
function printedLines(read: () => string | undefined, lines: LineTable): (line: number) => string {
  let text: string | undefined;
  let kept = -1;
  let printed = '';
  return line => {
    if (line === kept) return printed;
    kept = line;
    const content = text ?? read();
    if (content === undefined) return (printed = unreadLine);
    text ??= sourceOf(content).text;
    const whole = text.slice(lines.startOf(line), lines.startOf(line + 1));
    return (printed = withoutSecrets(printable(whole.replace(/(?:\r\n|[\r\n])$/, ''))));
  };
}

function lineColumns(lines: LineTable, { start, end }: TextRange): LineColumns {
  const at = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  return { start: at(start), end: at(end) };
}
