/** Lines of a table (GitHub Flavored Markdown, section 4.10). */
import { BACKSLASH, COLON, DASH, PIPE, skipSpaces, trimSpaces } from './characters.ts';

/** The contents of a row's cells, as flat ranges; that of an empty cell is behind its opening pipe. */
export function cellsOf(text: string, start: number, end: number): number[] {
  const cells: number[] = [];
  let opening = text.charCodeAt(start) === PIPE ? start + 1 : start;
  for (;;) {
    const closing = cellEnd(text, opening, end);
    const contentStart = skipSpaces(text, opening, closing);
    const isEmpty = contentStart === closing;
    const isBehindLastPipe = isEmpty && closing === end && cells.length > 0;
    if (isEmpty && !isBehindLastPipe) cells.push(opening, opening);
    else if (!isEmpty) cells.push(contentStart, trimSpaces(text, contentStart, closing));
    if (closing === end) return cells;
    opening = closing + 1;
  }
}

/** How many cells a line has as a table's header; 0 where it is but a pipe. */
export function headerWidth(text: string, start: number, end: number): number {
  const isPipe = text.charCodeAt(start) === PIPE && skipSpaces(text, start + 1, end) === end;
  return isPipe ? 0 : cellsOf(text, start, end).length / 2;
}

/** How many cells a line has as the one under a header, of dashes, colons and pipes; 0 where it is none. */
export function delimiterWidth(text: string, start: number, end: number): number {
  let width = 0;
  let isMarked = false;
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === PIPE) {
      isMarked = true;
      at = skipSpaces(text, at + 1, end);
      if (at === end) break;
    } else if (width > 0) {
      return 0;
    }
    if (text.charCodeAt(at) === COLON) {
      isMarked = true;
      at++;
    }
    if (at >= end || text.charCodeAt(at) !== DASH) return 0;
    while (at < end && text.charCodeAt(at) === DASH) at++;
    if (at < end && text.charCodeAt(at) === COLON) {
      isMarked = true;
      at++;
    }
    width++;
    at = skipSpaces(text, at, end);
    if (at === end) break;
  }
  return isMarked ? width : 0;
}

/** The offset of the pipe that closes a cell, or the end of the line. A pipe behind a backslash is content. */
function cellEnd(text: string, at: number, end: number): number {
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === PIPE) return at;
    if (code !== BACKSLASH) continue;
    const escaped = text.charCodeAt(at + 1);
    if (escaped === BACKSLASH || escaped === PIPE) at++;
  }
  return end;
}
