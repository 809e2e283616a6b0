/** Where links lead: destinations and titles (CommonMark 0.31.2, section 6.3). */
import {
  BACKSLASH,
  CLOSE_PAREN,
  DOUBLE_QUOTE,
  GREATER,
  isBlank,
  isControl,
  isLineEnd,
  LESS,
  OPEN_PAREN,
  SINGLE_QUOTE,
  SPACE,
  skipBlanks,
} from './characters.ts';

/** A destination without its angle brackets, and the offset behind it and them. */
export interface Destination {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** Of a link in a line, as cmark has it: so that a run of `](` is read in linear time. */
const deepestParens = 32;

/** The destination that begins at `at`, or undefined. A definition's may nest parentheses to any depth. */
export function readDestination(
  text: string,
  at: number,
  end: number,
  depth: number,
): Destination | undefined {
  if (at >= end) return undefined;
  return text.charCodeAt(at) === LESS
    ? bracketedDestination(text, at + 1, end)
    : bareDestination(text, at, end, depth);
}

/** The offset behind the title that begins at `at`; 0 where there is none. */
export function titleEnd(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const opening = text.charCodeAt(at);
  if (opening !== DOUBLE_QUOTE && opening !== SINGLE_QUOTE && opening !== OPEN_PAREN) return 0;
  const closing = opening === OPEN_PAREN ? CLOSE_PAREN : opening;
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === closing) return i + 1;
    if (code === OPEN_PAREN && opening === OPEN_PAREN) return 0;
    if (code === BACKSLASH) i++;
  }
  return 0;
}

/** What stands in the parentheses of a link: the destination, empty where there is none, and the offset behind `)`. */
export function readTarget(text: string, openParen: number, end: number): Destination | undefined {
  const start = skipBlanks(text, openParen + 1, end);
  if (start < end && text.charCodeAt(start) === CLOSE_PAREN) return { start, end: start, after: start + 1 };
  const destination = readDestination(text, start, end, deepestParens);
  if (!destination) return undefined;
  let at = skipBlanks(text, destination.after, end);
  if (at > destination.after) {
    const title = titleEnd(text, at, end);
    if (title > 0) at = skipBlanks(text, title, end);
  }
  if (at >= end || text.charCodeAt(at) !== CLOSE_PAREN) return undefined;
  return { start: destination.start, end: destination.end, after: at + 1 };
}

function bracketedDestination(text: string, start: number, end: number): Destination | undefined {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return { start, end: at, after: at + 1 };
    if (code === LESS || isLineEnd(code)) return undefined;
    if (code === BACKSLASH && isBracketOrBackslash(text.charCodeAt(at + 1))) at++;
  }
  return undefined;
}

function bareDestination(text: string, start: number, end: number, depth: number): Destination | undefined {
  let open = 0;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_PAREN) {
      if (++open > depth) return undefined;
    } else if (code === CLOSE_PAREN) {
      if (--open < 0) break;
    } else if (code === SPACE || isControl(code)) {
      if (!isBlank(code)) return undefined;
      break;
    } else if (code === BACKSLASH && isParenOrBackslash(text.charCodeAt(at + 1))) {
      at++;
    }
  }
  return at > start && open <= 0 ? { start, end: at, after: at } : undefined;
}

function isBracketOrBackslash(code: number): boolean {
  return code === LESS || code === GREATER || code === BACKSLASH;
}

function isParenOrBackslash(code: number): boolean {
  return code === OPEN_PAREN || code === CLOSE_PAREN || code === BACKSLASH;
}
