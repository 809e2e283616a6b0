import { ASTERISK, CLOSE_PAREN, DASH, DOT, isDigit, isSpaceOrTab, PLUS, skipSpaces } from './characters.ts';
import type { Dialect, ListMark } from './dialect.ts';

/** CommonMark 0.31.2, as GitHub reads it. */
export const commonMark: Dialect = { markAt, isPandoc: false };

/** Kinds of lists: by their bullet, or by the character behind their numbers. */
const dash = 1;
const plus = 2;
const asterisk = 4;
const period = 8;
const paren = 16;

const one = 49;

/** CommonMark 0.31.2, section 5.2. Only an item with content, and with the number 1, ends a paragraph. */
function markAt(text: string, at: number, end: number): ListMark | undefined {
  const code = text.charCodeAt(at);
  let last = at;
  let kind: number;
  if (isDigit(code)) {
    while (last < end && isDigit(text.charCodeAt(last))) last++;
    const closing = text.charCodeAt(last);
    if (last === end || last - at > 9 || (closing !== DOT && closing !== CLOSE_PAREN)) return;
    kind = closing === DOT ? period : paren;
  } else if (code === DASH) kind = dash;
  else if (code === ASTERISK) kind = asterisk;
  else if (code === PLUS) kind = plus;
  else return;
  const behind = last + 1;
  if (behind < end && !isSpaceOrTab(text.charCodeAt(behind))) return;
  const isFirst = last === at || (code === one && last === at + 1);
  const isEmpty = skipSpaces(text, behind, end) === end;
  const interrupts = isFirst && !isEmpty ? 'all' : 'none';
  return { length: behind - at, begins: kind, continues: kind, interrupts };
}
