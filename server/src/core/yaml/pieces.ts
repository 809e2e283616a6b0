import { isBlank, isMarker, nextLine } from './cursor.ts';

/** A stretch of the text: UTF-16 offsets, end exclusive. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * The documents in text[start, end), one at least, which `---` and `...` at a line's start part and which leave nothing
 * out. Comments and directives in front of a `---` belong to the document behind it, a `...` to the one it ends.
 */
export function documentPieces(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  /** Whether the document that began at `from` has its `---`, or content. */
  let begun = false;
  for (const line of linesOf(text, { start, end })) {
    if (!isMarker(text, line, end)) {
      begun ||= isContent(text, line, end);
    } else if (text.charAt(line) === '.') {
      if (begun) {
        const next = nextLine(text, line, end);
        pieces.push({ start: from, end: next });
        from = next;
      }
      begun = false;
    } else {
      if (begun) {
        pieces.push({ start: from, end: line });
        from = line;
      }
      begun = true;
    }
  }
  const last = begun ? undefined : pieces.pop();
  pieces.push({ start: last?.start ?? from, end });
  return pieces;
}

/**
 * The items of a document that is a list at the left edge: each from its `-` to the next, the first with what stands
 * before it. Undefined where the document is no such list.
 */
export function listPieces(text: string, document: Piece): Piece[] | undefined {
  const pieces: Piece[] = [];
  let from = document.start;
  let isList = false;
  for (const line of linesOf(text, document)) {
    if (isItem(text, line, document.end)) {
      if (isList) pieces.push({ start: from, end: line });
      if (isList) from = line;
      isList = true;
    } else if (!isList && isContent(text, line, document.end)) {
      return undefined;
    }
  }
  if (!isList) return undefined;
  pieces.push({ start: from, end: document.end });
  return pieces;
}

/** The offsets at which the lines of a piece begin. */
export function* linesOf(text: string, { start, end }: Piece): Generator<number> {
  for (let line = start; line < end; line = nextLine(text, line, end)) yield line;
}

/** Whether a `-` that begins an item of a sequence stands here. */
export function isItem(text: string, at: number, end: number): boolean {
  return text.charAt(at) === '-' && (at + 1 >= end || isBlank(text.charCodeAt(at + 1)));
}

/** Where the content of a line begins, at or behind `at`; undefined where there is none, or a comment. */
export function contentAt(text: string, at: number, end: number): number | undefined {
  while (at < end && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
  return at >= end || '\n\r#'.includes(text.charAt(at)) ? undefined : at;
}

/** Whether the line has more than white space, a comment, a directive or a document marker. */
export function isContent(text: string, line: number, end: number): boolean {
  return text.charAt(line) !== '%' && !isMarker(text, line, end) && contentAt(text, line, end) !== undefined;
}
