import { BACKTICK, DASH, HASH, isSpaceOrTab, TILDE, trimSpaces } from './characters.ts';
import type { LineCursor } from './cursor.ts';

/** A line that can close a fence, in quotes too. */
const closingLine = /^[> \t]*(`{3,}|~{3,})[ \t]*$/gm;
/** A line with nothing in it, in quotes too. */
const blankLine = /[> \t]*(?:[\r\n]|(?![\s\S]))/y;

/**
 * Which lines Pandoc reads as code: indented only where a block can begin, so neither in a paragraph that seems to end without
 * a blank line nor in a table that is drawn with dashes; fenced only where the fence is closed. It follows the block pass from
 * line to line.
 */
export class PandocCode {
  readonly #text: string;
  readonly #cursor: LineCursor;
  /** Whether the line at hand begins a block for Pandoc. */
  #isAtBlock = true;
  /** Whether the line at hand is in a table that goes on over blank lines, up to a line of dashes. */
  #isInTable = false;
  /** The lines that can close a fence, by its mark; found when the first fence asks. */
  #closings: ReadonlyMap<number, Closings> | undefined;

  constructor(text: string, cursor: LineCursor) {
    this.#text = text;
    this.#cursor = cursor;
  }

  /** Whether the line at hand, which is indented so far, is code. */
  isIndentedCode(isFirstInItem: boolean): boolean {
    return (this.#isAtBlock || isFirstInItem) && !this.#isInTable;
  }

  /** Takes the line at hand for a thematic break, or for a line of dashes in a table. */
  takeBreak(): void {
    const { code, next, end, following } = this.#cursor;
    if (code !== DASH) return;
    blankLine.lastIndex = following;
    const isBeforeText = !blankLine.test(this.#text);
    this.#isInTable = isBeforeText && (this.#isAtBlock || this.#isInTable);
    if (isBeforeText && hasGap(this.#text, next, end)) this.#isAtBlock = false;
  }

  /** Ends the line at hand. A heading that is indented is text for Pandoc. */
  endLine(isLeafOpen: boolean): void {
    const { blank, code, indent } = this.#cursor;
    const isText = isLeafOpen || (code === HASH && indent > 0);
    this.#isAtBlock = blank || (this.#isAtBlock && !isText);
  }

  /** Whether a fence of that mark and length, at the line at hand, is one: it is closed further on. */
  opensFence(mark: number, length: number, isInParagraph: boolean): boolean {
    if (mark === TILDE && isInParagraph) return false;
    const closings = (this.#closings ??= closingsIn(this.#text));
    return (closings.get(mark)?.longestBehind(this.#cursor.following) ?? 0) >= length;
  }
}

function closingsIn(text: string): ReadonlyMap<number, Closings> {
  const lines = [...text.matchAll(closingLine)].map(({ index, 1: marks = '' }) => ({
    start: index,
    length: marks.length,
    mark: marks.charCodeAt(0),
  }));
  return new Map(
    [BACKTICK, TILDE].map(mark => [mark, new Closings(lines.filter(line => line.mark === mark))]),
  );
}

/** Whether white space stands between the dashes of a line. */
function hasGap(text: string, start: number, end: number): boolean {
  const contentEnd = trimSpaces(text, start, end);
  for (let at = start; at < contentEnd; at++) if (isSpaceOrTab(text.charCodeAt(at))) return true;
  return false;
}

/** How long the lines that can close a fence of a mark are. */
class Closings {
  readonly #starts: readonly number[];
  /** Of each, the longest from there on. */
  readonly #longest: readonly number[];
  #at = 0;

  constructor(lines: readonly { readonly start: number; readonly length: number }[]) {
    this.#starts = lines.map(({ start }) => start);
    const longest: number[] = [];
    for (const { length } of lines.toReversed()) longest.push(Math.max(length, longest.at(-1) ?? 0));
    this.#longest = longest.reverse();
  }

  /** The length of the longest at or behind an offset, which never goes back; 0 where there is none. */
  longestBehind(offset: number): number {
    while ((this.#starts[this.#at] ?? offset) < offset) this.#at++;
    return this.#longest[this.#at] ?? 0;
  }
}
