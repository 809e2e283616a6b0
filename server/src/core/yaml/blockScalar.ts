import {
  type Cursor,
  codeAt,
  DASH,
  HASH,
  isLineEnd,
  nextLine,
  PIPE,
  refuse,
  SPACE,
  skipSpaces,
  TAB,
  toContent,
} from './cursor.ts';
import type { YamlScalar } from './node.ts';

const PLUS = 43;
const ONE = 49;
const NINE = 57;

/** What stands behind `|` or `>`: which line ends at the end are kept, and the indentation, 0 where it is to be found. */
interface Header {
  readonly chomping: 'clip' | 'strip' | 'keep';
  readonly indent: number;
}

/**
 * The `|` or `>` scalar at the cursor, in a collection whose column is `column`. Leaves the cursor at the next content.
 * Refuses one without content, and a blank line that is longer than the indentation.
 */
export function blockScalar(cursor: Cursor, column: number): YamlScalar {
  const { text, end: limit, at: start } = cursor;
  const style = codeAt(cursor, start) === PIPE ? 'literal' : 'folded';
  const { chomping, indent: stated } = readHeader(cursor);
  let lineStart = nextLine(text, cursor.at, limit);
  const indent = stated > 0 ? column + stated : indentOfContent(cursor, lineStart);
  if (indent <= column) refuse();

  const lines: string[] = [];
  let written = 0;
  let end = lineStart;
  while (lineStart < limit) {
    const at = behindSpaces(cursor, lineStart);
    const next = nextLine(text, at, limit);
    if (isLineEnd(codeAt(cursor, at))) {
      if (at === limit || at - lineStart > indent) refuse();
      lines.push('');
    } else {
      if (at - lineStart < indent) break;
      lines.push(text.slice(lineStart + indent, contentEnd(text, at, next)));
      written = lines.length;
    }
    if (written === lines.length || chomping === 'keep') end = next;
    lineStart = next;
  }
  if (written === 0) refuse();
  toContent(cursor, lineStart);

  const blank = lines.length - written;
  lines.length = written;
  const content = style === 'literal' ? lines.join('\n') : foldBlock(lines);
  const ending = chomping === 'strip' ? '' : '\n'.repeat(chomping === 'keep' ? blank + 1 : 1);
  return { type: 'scalar', value: content + ending, style, start, end };
}

function readHeader(cursor: Cursor): Header {
  let chomping: Header['chomping'] = 'clip';
  let indent = 0;
  for (;;) {
    const code = codeAt(cursor, ++cursor.at);
    if ((code === PLUS || code === DASH) && chomping === 'clip') chomping = code === PLUS ? 'keep' : 'strip';
    else if (code >= ONE && code <= NINE && indent === 0) indent = code - ONE + 1;
    else break;
  }
  const headerEnd = cursor.at;
  skipSpaces(cursor);
  const code = codeAt(cursor, cursor.at);
  if (!isLineEnd(code) && (code !== HASH || cursor.at === headerEnd)) refuse();
  return { chomping, indent };
}

/** How far the first line that is not blank is indented. */
function indentOfContent(cursor: Cursor, lineStart: number): number {
  while (lineStart < cursor.end) {
    const at = behindSpaces(cursor, lineStart);
    if (!isLineEnd(codeAt(cursor, at))) return at - lineStart;
    lineStart = nextLine(cursor.text, at, cursor.end);
  }
  return refuse();
}

function behindSpaces(cursor: Cursor, lineStart: number): number {
  let at = lineStart;
  while (codeAt(cursor, at) === SPACE) at++;
  return at;
}

/** Where the line that ends before `next` ends without its line end. */
function contentEnd(text: string, at: number, next: number): number {
  let end = next;
  while (end > at && isLineEnd(text.charCodeAt(end - 1))) end--;
  return end;
}

/**
 * Folds lines as `>` does (YAML 1.2.2 section 8.1.3): a single line end becomes a space, except beside a line that is
 * indented more; of several the first goes.
 */
function foldBlock(lines: readonly string[]): string {
  const first = lines.findIndex(line => line !== '');
  const parts = ['\n'.repeat(first)];
  let separator = '';
  let indented = false;
  for (const line of lines.slice(first)) {
    if (line === '') {
      if (separator === '\n') parts.push('\n');
      else separator = '\n';
    } else if (line.charCodeAt(0) === SPACE || line.charCodeAt(0) === TAB) {
      if (separator === ' ') separator = '\n';
      else if (separator === '\n' && !indented) separator = '\n\n';
      parts.push(separator, line);
      separator = '\n';
      indented = true;
    } else {
      parts.push(separator, line);
      separator = ' ';
      indented = false;
    }
  }
  return parts.join('');
}
