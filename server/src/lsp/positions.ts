import type { Position, Range } from 'vscode-languageserver';
import type { LineTable } from '../core/text/lineTable.ts';
import type { TextRange } from '../core/text/range.ts';

/** How a client counts the characters of a line. Inside it is always UTF-16. */
export type Encoding = 'utf-16' | 'utf-8';

/** A text as positions are reckoned in it. The text itself is needed only for UTF-8. */
export interface Measured {
  readonly lines: LineTable;
  readonly text: string | undefined;
}

/** The position of an offset, as the client counts. */
export function positionAt({ lines, text }: Measured, offset: number, encoding: Encoding): Position {
  const position = lines.positionAt(offset);
  if (encoding === 'utf-16' || text === undefined) return position;
  const start = lines.startOf(position.line);
  return { line: position.line, character: utf8Length(text, start, start + position.character) };
}

/** The offset of a position that the client gave; one inside a character counts as its start. */
export function offsetAt({ lines, text }: Measured, position: Position, encoding: Encoding): number {
  if (encoding === 'utf-16' || text === undefined) return lines.offsetAt(position);
  let offset = lines.startOf(position.line);
  const end = lines.startOf(position.line + 1);
  for (let left = position.character; offset < end; ) {
    const point = text.codePointAt(offset) ?? 0;
    left -= utf8Size(point);
    if (left < 0) break;
    offset += point > 0xffff ? 2 : 1;
  }
  return offset;
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
