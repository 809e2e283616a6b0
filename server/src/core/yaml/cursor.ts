/** Moving over the text: lines, blank lines, comments, document markers. All the rest of the own reader stands on this. */

export const LF = 10;
export const CR = 13;
export const TAB = 9;
export const SPACE = 32;
export const HASH = 35;
export const DASH = 45;
export const COLON = 58;
export const DOUBLE_QUOTE = 34;
export const SINGLE_QUOTE = 39;
export const COMMA = 44;
export const OPEN_BRACKET = 91;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;
export const PIPE = 124;
export const GREATER = 62;
export const DOT = 46;
/** Far more than any record has, and far less than the stack holds. */
export const DEEPEST = 100;
/** What stands behind the last character. */
const NOTHING = -1;

/** Where the own reader stands. */
export interface Cursor {
  readonly text: string;
  /** Nothing at or behind this offset is looked at. */
  readonly end: number;
  at: number;
  lineStart: number;
  /** The column of the content at `at`, once a line has been begun; -1 where the document is over. */
  column: number;
  /** Whether whole lines of comment were passed on the way to `at`. */
  commented: boolean;
  /** How many collections are open around `at`. */
  depth: number;
}

const refusal = new Error('Not in the subset of YAML that the own reader surely understands.');

/** Gives the text up; `attempt` turns this into undefined. */
export function refuse(): never {
  throw refusal;
}

/** What `read` returns, or undefined where it refused the text. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error === refusal) return undefined;
    throw error;
  }
}

export function codeAt(cursor: Cursor, at: number): number {
  return at < cursor.end ? cursor.text.charCodeAt(at) : NOTHING;
}

/** Whether a word ends before this character: white space, or the end of the text. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB || code === NOTHING;
}

export function isLineEnd(code: number): boolean {
  return code === LF || code === CR || code === NOTHING;
}

/** Whether a line that begins at `at` is `---` or `...`, which end a document wherever they stand. */
export function isMarker(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if ((code !== DASH && code !== DOT) || at + 3 > end) return false;
  if (text.charCodeAt(at + 1) !== code || text.charCodeAt(at + 2) !== code) return false;
  return at + 3 === end || isBlank(text.charCodeAt(at + 3));
}

/** The offset at which the line behind `at` begins, or `end` where there is none. */
export function nextLine(text: string, at: number, end: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 || newline >= end ? end : newline + 1;
}

export function skipSpaces(cursor: Cursor): void {
  while (codeAt(cursor, cursor.at) === SPACE) cursor.at++;
}

/** Ends the line behind a value, where only a comment may follow, and goes to the next content. */
export function finishLine(cursor: Cursor): void {
  skipSpaces(cursor);
  const code = codeAt(cursor, cursor.at);
  if (!isLineEnd(code) && (code !== HASH || cursor.text.charCodeAt(cursor.at - 1) !== SPACE)) refuse();
  toContent(cursor, nextLine(cursor.text, cursor.at, cursor.end));
}

/** Goes to the first content at or behind a line's start, over blank lines and lines of comment. */
export function toContent(cursor: Cursor, lineStart: number): void {
  const { text, end } = cursor;
  cursor.commented = false;
  for (;;) {
    let at = lineStart;
    while (at < end && text.charCodeAt(at) === SPACE) at++;
    const code = at < end ? text.charCodeAt(at) : NOTHING;
    if (code === HASH) cursor.commented = true;
    else if (code !== LF && code !== CR) {
      cursor.at = at;
      cursor.lineStart = lineStart;
      cursor.column = code === NOTHING || (at === lineStart && isMarker(text, at, end)) ? -1 : at - lineStart;
      return;
    }
    lineStart = nextLine(text, at, end);
  }
}

/** What `read` returns, a level deeper. */
export function nested<T>(cursor: Cursor, read: () => T): T {
  if (++cursor.depth > DEEPEST) refuse();
  const result = read();
  cursor.depth--;
  return result;
}
