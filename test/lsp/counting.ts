import type { Position } from 'vscode-languageserver/node';

/** How a client counts: where an offset is. */
export type Count = (text: string, offset: number) => Position;

/** In UTF-16 code units. */
export const inUnits: Count = (text, offset) => {
  const [line, before] = lineAndBefore(text, offset);
  return { line, character: before.length };
};

/** In bytes of UTF-8. */
export const inBytes: Count = (text, offset) => {
  const [line, before] = lineAndBefore(text, offset);
  return { line, character: Buffer.byteLength(before) };
};

function lineAndBefore(text: string, offset: number): readonly [number, string] {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return [lines.length - 1, lines.at(-1) ?? ''];
}
