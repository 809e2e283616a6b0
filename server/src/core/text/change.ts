import type { TextRange } from './range.ts';

/** What is put in the place of a stretch of a text. */
export interface Change extends TextRange {
  readonly text: string;
}

/**
 * The one change that makes a text of another, as short as it can be: no character and no line end is cut in two. What is only
 * put in begins with a line where it can.
 */
export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  while (start > 0 && (isCut(before, start) || isCut(after, start))) start--;
  let same = 0;
  const endOf = (text: string) => text.length - same - 1;
  while (same < most - start && before.charCodeAt(endOf(before)) === after.charCodeAt(endOf(after))) same++;
  while (same > 0 && (isCut(before, before.length - same) || isCut(after, after.length - same))) same--;
  const end = before.length - same;
  const text = after.slice(start, after.length - same);
  return start === end ? atLineStart(before, start, text) : { start, end, text };
}

/** What is put in at a place says the same at an earlier one, if it ends as the text between them does. */
function atLineStart(before: string, at: number, text: string): Change {
  const start = Math.max(before.lastIndexOf('\n', at - 1), before.lastIndexOf('\r', at - 1)) + 1;
  const between = before.slice(start, at);
  if (!text.endsWith(between)) return { start: at, end: at, text };
  return { start, end: start, text: between + text.slice(0, text.length - between.length) };
}

/** Whether a place is inside a character or a line end. */
function isCut(text: string, at: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));
}
