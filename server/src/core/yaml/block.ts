import { blockScalar } from './blockScalar.ts';
import {
  COLON,
  type Cursor,
  codeAt,
  DASH,
  DOUBLE_QUOTE,
  finishLine,
  GREATER,
  HASH,
  isBlank,
  isLineEnd,
  nested,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  refuse,
  SINGLE_QUOTE,
  skipSpaces,
} from './cursor.ts';
import { flowCollection } from './flow.ts';
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from './node.ts';
import { plainLine, plainScalar } from './plain.ts';
import { quotedScalar } from './quoted.ts';

/** A key longer than this is an error (YAML 1.2.2 section 7.4.2). */
const LONGEST_KEY = 1024;

/**
 * The node whose first character, in column `column`, is at the cursor, in a collection of column `parent` (-1 at the
 * root). `inline` says that it stands behind a `-` on the same line. Leaves the cursor at the next content.
 */
export function blockNode(cursor: Cursor, parent: number, column: number, inline: boolean): YamlNode {
  if (atItem(cursor)) return blockSequence(cursor, column);
  const { at, lineStart, commented } = cursor;
  const key = keyHere(cursor, parent + 1);
  if (key) return blockMapping(cursor, column, key);
  cursor.at = at;
  cursor.lineStart = lineStart;
  // The library is at odds with the specification about both: what goes on with a scalar behind lines of comment, and a
  // `|` or `>` on a line of its own.
  if (!inline && (commented || isBlockHeader(codeAt(cursor, at)))) refuse();
  return inlineValue(cursor, parent);
}

/** The mapping whose first key has been read, with the cursor at its colon. */
function blockMapping(cursor: Cursor, column: number, first: YamlScalar): YamlMapping {
  return nested(cursor, () => {
    const entries: YamlEntry[] = [];
    let key: YamlScalar | undefined = first;
    let end = first.end;
    while (key) {
      const colonEnd = ++cursor.at;
      const value = entryValue(cursor, column);
      entries.push({ key, value });
      end = value?.end ?? colonEnd;
      key = cursor.column === column ? (keyHere(cursor, column + 1) ?? refuse()) : undefined;
    }
    return { type: 'mapping', flow: false, entries, start: first.start, end };
  });
}

/** What stands behind a colon, on its line or the next: a sequence there may be as little indented as the key. */
function entryValue(cursor: Cursor, column: number): YamlNode | undefined {
  if (!atLineEnd(cursor)) return inlineValue(cursor, column);
  finishLine(cursor);
  if (cursor.column > column) return blockNode(cursor, column, cursor.column, false);
  return cursor.column === column && atItem(cursor) ? blockSequence(cursor, column) : undefined;
}

function blockSequence(cursor: Cursor, column: number): YamlSequence {
  return nested(cursor, () => {
    const start = cursor.at;
    const items: (YamlNode | undefined)[] = [];
    let end = start;
    do {
      const dashEnd = ++cursor.at;
      const item = sequenceItem(cursor, column);
      items.push(item);
      end = item?.end ?? dashEnd;
    } while (cursor.column === column && atItem(cursor));
    return { type: 'sequence', flow: false, items, start, end };
  });
}

function sequenceItem(cursor: Cursor, column: number): YamlNode | undefined {
  if (!atLineEnd(cursor)) return blockNode(cursor, column, cursor.at - cursor.lineStart, true);
  finishLine(cursor);
  return cursor.column > column ? blockNode(cursor, column, cursor.column, false) : undefined;
}

/** A value that begins at the cursor and is no block collection, in a collection of column `column`. */
function inlineValue(cursor: Cursor, column: number): YamlNode {
  const code = codeAt(cursor, cursor.at);
  if (isBlockHeader(code)) return blockScalar(cursor, column);
  const value = flowValue(cursor, code, column + 1);
  finishLine(cursor);
  return value;
}

function flowValue(cursor: Cursor, code: number, indent: number): YamlNode {
  if (isQuote(code)) return quotedScalar(cursor, indent);
  if (isBracket(code)) return flowCollection(cursor, indent);
  const start = cursor.at;
  return plainScalar(cursor, start, plainLine(cursor, false), indent);
}

/**
 * The key at the cursor, which then stands at its colon; undefined where something else stands there (the cursor then has
 * moved).
 */
function keyHere(cursor: Cursor, indent: number): YamlScalar | undefined {
  const { text, at: start } = cursor;
  const code = codeAt(cursor, start);
  if (isBracket(code) || isBlockHeader(code)) return undefined;
  if (isQuote(code)) {
    const key = quotedScalar(cursor, indent);
    return cursor.lineStart <= start && atColon(cursor, start) ? key : undefined;
  }
  const end = plainLine(cursor, false);
  if (!atColon(cursor, start)) return undefined;
  return { type: 'scalar', value: text.slice(start, end), style: 'plain', start, end };
}

/** Whether spaces and then a colon that ends a key stand here; goes to the colon. */
function atColon(cursor: Cursor, keyStart: number): boolean {
  skipSpaces(cursor);
  if (codeAt(cursor, cursor.at) !== COLON || !isBlank(codeAt(cursor, cursor.at + 1))) return false;
  if (cursor.at - keyStart > LONGEST_KEY) refuse();
  return true;
}

/** Goes to the next word behind a `:` or `-`, and says whether there is none on the line. */
function atLineEnd(cursor: Cursor): boolean {
  skipSpaces(cursor);
  const code = codeAt(cursor, cursor.at);
  return isLineEnd(code) || code === HASH;
}

function atItem(cursor: Cursor): boolean {
  return codeAt(cursor, cursor.at) === DASH && isBlank(codeAt(cursor, cursor.at + 1));
}

function isBlockHeader(code: number): boolean {
  return code === PIPE || code === GREATER;
}

function isBracket(code: number): boolean {
  return code === OPEN_BRACKET || code === OPEN_BRACE;
}

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}
