import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  type Cursor,
  codeAt,
  DASH,
  HASH,
  isBlank,
  isLineEnd,
  isMarker,
  nextLine,
  OPEN_BRACE,
  OPEN_BRACKET,
  refuse,
  SPACE,
  TAB,
} from './cursor.ts';
import { fold } from './fold.ts';
import type { YamlScalar } from './node.ts';

const QUESTION = 63;
/** What a plain scalar never begins with: indicators, and a byte order mark, which the library would drop. */
const NEVER_FIRST = new Set([...`,[]{}#&*!|>'"%@\`\uFEFF`].map(character => character.charCodeAt(0)));

export function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === OPEN_BRACE ||
    code === CLOSE_BRACE
  );
}

/**
 * Passes the part of a plain scalar that stands on this line and returns where it ends, without the white space behind
 * it. The cursor then stands at what ended it: a colon that ends a key, a comment, a line end, inside `[]` and `{}` also one
 * of `,[]{}`.
 */
export function plainLine(cursor: Cursor, flow: boolean): number {
  checkFirst(cursor, flow);
  return restOfLine(cursor, flow);
}

function restOfLine(cursor: Cursor, flow: boolean): number {
  const { text, end } = cursor;
  let at = cursor.at;
  let last = at;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (flow && isFlowIndicator(code)) break;
    if (code <= COLON) {
      if (isLineEnd(code)) break;
      if (code === TAB) refuse();
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      if (code === COLON) {
        const next = codeAt(cursor, at + 1);
        if (isBlank(next) || (flow && isFlowIndicator(next))) break;
      }
    }
    last = at + 1;
  }
  cursor.at = at;
  return last;
}

function checkFirst(cursor: Cursor, flow: boolean): void {
  const code = codeAt(cursor, cursor.at);
  if (isBlank(code) || NEVER_FIRST.has(code)) refuse();
  if (code === DASH || code === COLON || code === QUESTION) {
    const next = codeAt(cursor, cursor.at + 1);
    if (isBlank(next) || (flow && (code === COLON || isFlowIndicator(next)))) refuse();
  }
}

/**
 * The plain scalar outside `[]` and `{}` whose first line, text[start, end), has just been passed, with the lines that go
 * on with it: those indented by `indent` at least. Leaves the cursor at its end.
 */
export function plainScalar(cursor: Cursor, start: number, end: number, indent: number): YamlScalar {
  let folded = false;
  while (isLineEnd(codeAt(cursor, cursor.at)) && toContinuation(cursor, indent)) {
    end = restOfLine(cursor, false);
    folded = true;
  }
  cursor.at = end;
  const source = cursor.text.slice(start, end);
  return { type: 'scalar', value: folded ? fold(source) : source, style: 'plain', start, end };
}

/** Goes to the next line that is not blank, if it goes on with the scalar; otherwise stays. */
function toContinuation(cursor: Cursor, indent: number): boolean {
  const { text, end } = cursor;
  let lineStart = nextLine(text, cursor.at, end);
  let at = lineStart;
  for (;;) {
    while (codeAt(cursor, at) === SPACE) at++;
    const code = codeAt(cursor, at);
    if (at === end) return false;
    if (!isLineEnd(code)) break;
    lineStart = nextLine(text, at, end);
    at = lineStart;
  }
  if (
    at - lineStart < indent ||
    codeAt(cursor, at) === HASH ||
    (at === lineStart && isMarker(text, at, end))
  ) {
    return false;
  }
  cursor.at = at;
  return true;
}
