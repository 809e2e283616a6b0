import { blockNode } from './block.ts';
import { attempt, type Cursor, codeAt, DASH, DOT, finishLine, refuse, toContent } from './cursor.ts';
import type { YamlNode } from './node.ts';

/** A document that the own reader took. */
export interface Taken {
  readonly root: YamlNode | undefined;
}

/**
 * Reads the one YAML document in text[start, end), or returns undefined: for anything erroneous, and for anything beyond
 * the subset that records use (anchors, aliases, tags, directives, explicit keys, tabs that indent, ...).
 */
export function readOwn(text: string, start: number, end: number): Taken | undefined {
  return attempt(() => {
    const cursor: Cursor = { text, end, at: start, lineStart: start, column: -1, commented: false, depth: 0 };
    toContent(cursor, start);
    if (cursor.column < 0 && codeAt(cursor, cursor.at) === DASH) passMarker(cursor);
    const root = cursor.column < 0 ? undefined : blockNode(cursor, -1, cursor.column, false);
    if (cursor.column >= 0) refuse();
    if (codeAt(cursor, cursor.at) === DOT) passMarker(cursor);
    if (cursor.at < end) refuse();
    return { root };
  });
}

/** Passes `---` or `...`, behind which only a comment may stand on the line. */
function passMarker(cursor: Cursor): void {
  cursor.at += 3;
  finishLine(cursor);
}
