import { CR, type Cursor, codeAt, DOUBLE_QUOTE, LF, refuse, SINGLE_QUOTE, SPACE } from './cursor.ts';
import { fold } from './fold.ts';
import type { YamlScalar } from './node.ts';

const BACKSLASH = 92;
/** YAML 1.2.2 section 5.7, without the hexadecimal ones. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xA0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * The quoted scalar at the cursor, whose further lines are indented by `indent` at least. Leaves the cursor behind it, and
 * its `lineStart` at the line the scalar ends on.
 */
export function quotedScalar(cursor: Cursor, indent: number): YamlScalar {
  return codeAt(cursor, cursor.at) === SINGLE_QUOTE
    ? singleQuoted(cursor, indent)
    : doubleQuoted(cursor, indent);
}

function singleQuoted(cursor: Cursor, indent: number): YamlScalar {
  const { text, at: start } = cursor;
  let lines = false;
  let quotes = false;
  let at = start + 1;
  for (;;) {
    const code = codeAt(cursor, at);
    if (code === SINGLE_QUOTE) {
      if (codeAt(cursor, at + 1) !== SINGLE_QUOTE) break;
      quotes = true;
      at++;
    } else if (code === LF) {
      lines = true;
      checkContinuation(cursor, at + 1, indent);
    } else if (code < 0) refuse();
    at++;
  }
  cursor.at = at + 1;
  const source = text.slice(start + 1, at);
  const folded = lines ? fold(source) : source;
  const value = quotes ? folded.replaceAll("''", "'") : folded;
  return { type: 'scalar', value, style: 'single', start, end: at + 1 };
}

function doubleQuoted(cursor: Cursor, indent: number): YamlScalar {
  const { text, at: start } = cursor;
  let lines = false;
  let escapes = false;
  let at = start + 1;
  for (;;) {
    const code = codeAt(cursor, at);
    if (code === DOUBLE_QUOTE) break;
    if (code === BACKSLASH) {
      escapes = true;
      // A line end behind the backslash is looked at in its own turn.
      if (codeAt(cursor, at + 1) > SPACE) at++;
    } else if (code === LF) {
      lines = true;
      checkContinuation(cursor, at + 1, indent);
    } else if (code < 0) refuse();
    at++;
  }
  cursor.at = at + 1;
  const source = text.slice(start + 1, at);
  const value = escapes ? unescaped(source) : lines ? fold(source) : source;
  return { type: 'scalar', value, style: 'double', start, end: at + 1 };
}

/** A line inside quotes is blank or indented enough; at the root it might be a document marker. */
function checkContinuation(cursor: Cursor, lineStart: number, indent: number): void {
  cursor.lineStart = lineStart;
  let at = lineStart;
  while (codeAt(cursor, at) === SPACE) at++;
  const code = codeAt(cursor, at);
  if (indent === 0) refuse();
  if (at - lineStart < indent && code !== LF && code !== CR) refuse();
}

/** The value of what stands between double quotes. White space before an escape is never folded away. */
function unescaped(source: string): string {
  let value = '';
  let from = 0;
  for (;;) {
    const backslash = source.indexOf('\\', from);
    if (backslash === -1) return value + fold(source.slice(from));
    value += fold(source.slice(from, backslash));
    const letter = source.charAt(backslash + 1);
    const hexLength = HEX_LENGTHS[letter];
    from = backslash + 2;
    if (hexLength !== undefined) {
      value += character(source.slice(from, from + hexLength), hexLength);
      from += hexLength;
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r') from++;
      // The next line's indentation goes with the line end.
      while (source.charCodeAt(from) === SPACE) from++;
    } else value += ESCAPES[letter] ?? refuse();
  }
}

function character(digits: string, length: number): string {
  const code = digits.length === length && /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : -1;
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : refuse();
}
