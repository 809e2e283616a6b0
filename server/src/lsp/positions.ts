import type { Position, Range } from 'vscode-languageserver';
import { LineTable } from '../core/text/lineTable.ts';
import type { TextRange } from '../core/text/range.ts';

/** How a client counts the characters of a line. Inside it is always UTF-16. */
export type Encoding = 'utf-16' | 'utf-8';

/** A document as positions are reckoned in it: offsets are those of its text without a byte order mark. */
export interface Measured {
  /** The lines of the content. */
  readonly lines: LineTable;
  /** As the client has it; undefined for a document that is not open, where UTF-16 needs none. */
  readonly content: string | undefined;
  /** 1 where the content begins with a byte order mark, which is a character to the client. */
  readonly mark: 0 | 1;
}

/** A document that is not open, by its text. */
export function measuredText(text: string): Measured {
  return { lines: new LineTable(text), content: text, mark: 0 };
}

/** The position of an offset, as the client counts. */
export function positionAt({ lines, content, mark }: Measured, offset: number, encoding: Encoding): Position {
  const position = lines.positionAt(offset + mark);
  if (encoding === 'utf-16' || content === undefined) return position;
  const start = lines.startOf(position.line);
  return { line: position.line, character: utf8Length(content, start, start + position.character) };
}

/**
 * The offset of a position that the client gave. One inside a character counts as its start, one past the end of a line
 * as that.
 */
export function offsetAt(measured: Measured, position: Position, encoding: Encoding): number {
  return Math.max(0, contentOffsetAt(measured, position, encoding) - measured.mark);
}

/** The same in the content, the byte order mark counted. */
export function contentOffsetAt(
  { lines, content }: Measured,
  { line, character }: Position,
  encoding: Encoding,
): number {
  if (content === undefined) return lines.offsetAt({ line, character });
  let offset = lines.startOf(line);
  const end =
    offset + content.slice(offset, lines.startOf(line + 1)).replace(/(?<![\r\n])[\r\n]+$/, '').length;
  if (encoding === 'utf-16') return Math.min(offset + Math.max(0, character), end);
  for (let left = character; offset < end; ) {
    const point = content.codePointAt(offset) ?? 0;
    left -= utf8Size(point);
    if (left < 0) break;
    offset += point > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The offsets of a range that the client gave. */
export function offsetsAt(measured: Measured, { start, end }: Range, encoding: Encoding): TextRange {
  return { start: offsetAt(measured, start, encoding), end: offsetAt(measured, end, encoding) };
}

export function rangeAt(measured: Measured, { start, end }: TextRange, encoding: Encoding): Range {
  return { start: positionAt(measured, start, encoding), end: positionAt(measured, end, encoding) };
}

function utf8Length(text: string, start: number, end: number): number {
  let length = 0;
  for (let offset = start; offset < end; ) {
    const point = text.codePointAt(offset) ?? 0;
    length += utf8Size(point);
    offset += point > 0xffff ? 2 : 1;
  }
  return length;
}

function utf8Size(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
