/** What a line must look like to be, begin or end a leaf block (CommonMark 0.31.2, section 4), behind its indentation. */
import { BACKTICK, EQUALS, HASH, isSpaceOrTab, skipSpaces, trimSpaces } from './characters.ts';

/** A line indented this far can begin nothing but code. */
export const codeIndent = 4;

/** The number of marks of an ATX heading that begins at `at`; 0 where none does. */
export function atxLevel(text: string, at: number, end: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const level = runLength(text, at, end);
  if (at + level < end && !isSpaceOrTab(text.charCodeAt(at + level))) return 0;
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 || level === 6 ? level : 0;
}

/** The end of an ATX heading's content that begins at `start`: before the closing marks and the white space. */
export function atxContentEnd(text: string, start: number, end: number): number {
  end = trimSpaces(text, start, end);
  let marks = end;
  while (marks > start && text.charCodeAt(marks - 1) === HASH) marks--;
  if (marks > start && !isSpaceOrTab(text.charCodeAt(marks - 1))) return end;
  return trimSpaces(text, start, marks);
}

/** The number of marks of a code fence that begins at `at`; 0 where none does. */
export function fenceLength(text: string, at: number, end: number): number {
  const length = runLength(text, at, end);
  if (length < 3) return 0;
  if (text.charCodeAt(at) !== BACKTICK) return length;
  for (let i = at + length; i < end; i++) if (text.charCodeAt(i) === BACKTICK) return 0;
  return length;
}

/** Whether the line closes a fence of that mark and length. */
export function closesFence(text: string, at: number, end: number, mark: number, length: number): boolean {
  if (text.charCodeAt(at) !== mark) return false;
  const run = runLength(text, at, end);
  return run >= length && skipSpaces(text, at + run, end) === end;
}

/** The level of the heading that a line of `=` or `-` makes of the paragraph above; 0 where the line is none. */
export function underlineLevel(text: string, at: number, end: number): 0 | 1 | 2 {
  if (skipSpaces(text, at + runLength(text, at, end), end) < end) return 0;
  return text.charCodeAt(at) === EQUALS ? 1 : 2;
}

/**
 * -1 where the line is a thematic break; else the offset of the character that keeps it from being one, `end` where
 * there are too few marks. No break of the same mark begins before that offset.
 */
export function breakFailure(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  let marks = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) marks++;
    else if (!isSpaceOrTab(code)) return i;
  }
  return marks >= 3 ? -1 : end;
}

/** How often the character at `at` is repeated there. */
function runLength(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  let i = at + 1;
  while (i < end && text.charCodeAt(i) === mark) i++;
  return i - at;
}
