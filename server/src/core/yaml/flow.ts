import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  type Cursor,
  codeAt,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  isLineEnd,
  isMarker,
  LF,
  nested,
  nextLine,
  OPEN_BRACE,
  OPEN_BRACKET,
  refuse,
  SINGLE_QUOTE,
  SPACE,
  skipSpaces,
} from './cursor.ts';
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from './node.ts';
import { plainLine } from './plain.ts';
import { quotedScalar } from './quoted.ts';

/**
 * The `[]` or `{}` at the cursor, whose further lines are indented by `indent` at least; `level` says how many are open
 * with it. Leaves the cursor behind it. Refuses plain scalars of several lines, pairs in `[]`, and collections as keys.
 */
export function flowCollection(cursor: Cursor, indent: number, level = 1): YamlMapping | YamlSequence {
  return nested(cursor, () =>
    codeAt(cursor, cursor.at) === OPEN_BRACKET
      ? flowSequence(cursor, indent, level)
      : flowMapping(cursor, indent, level),
  );
}

function flowSequence(cursor: Cursor, indent: number, level: number): YamlSequence {
  const start = cursor.at++;
  const items: YamlNode[] = [];
  toFlowContent(cursor, indent, level);
  while (codeAt(cursor, cursor.at) !== CLOSE_BRACKET) {
    items.push(flowNode(cursor, indent, level));
    toNextItem(cursor, CLOSE_BRACKET, indent, level);
  }
  return { type: 'sequence', flow: true, items, start, end: ++cursor.at };
}

function flowMapping(cursor: Cursor, indent: number, level: number): YamlMapping {
  const start = cursor.at++;
  const entries: YamlEntry[] = [];
  toFlowContent(cursor, indent, level);
  while (codeAt(cursor, cursor.at) !== CLOSE_BRACE) {
    const key = flowScalar(cursor, indent);
    entries.push({ key, value: flowValue(cursor, key, indent, level) });
    toNextItem(cursor, CLOSE_BRACE, indent, level);
  }
  return { type: 'mapping', flow: true, entries, start, end: ++cursor.at };
}

function flowValue(cursor: Cursor, key: YamlScalar, indent: number, level: number): YamlNode | undefined {
  skipSpaces(cursor);
  if (codeAt(cursor, cursor.at) !== COLON) return undefined;
  const next = codeAt(cursor, ++cursor.at);
  // JSON's `"key":value` needs no space, unlike `key: value`.
  if (!isBlank(next) && next !== COMMA && next !== CLOSE_BRACE && key.style === 'plain') refuse();
  toFlowContent(cursor, indent, level);
  const code = codeAt(cursor, cursor.at);
  return code === COMMA || code === CLOSE_BRACE ? undefined : flowNode(cursor, indent, level);
}

function flowNode(cursor: Cursor, indent: number, level: number): YamlNode {
  const code = codeAt(cursor, cursor.at);
  return code === OPEN_BRACKET || code === OPEN_BRACE
    ? flowCollection(cursor, indent, level + 1)
    : flowScalar(cursor, indent);
}

function flowScalar(cursor: Cursor, indent: number): YamlScalar {
  const code = codeAt(cursor, cursor.at);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return quotedScalar(cursor, indent);
  const start = cursor.at;
  const end = plainLine(cursor, true);
  cursor.at = end;
  return { type: 'scalar', value: cursor.text.slice(start, end), style: 'plain', start, end };
}

function toNextItem(cursor: Cursor, close: number, indent: number, level: number): void {
  toFlowContent(cursor, indent, level);
  const code = codeAt(cursor, cursor.at);
  if (code === COMMA) {
    cursor.at++;
    toFlowContent(cursor, indent, level);
  } else if (code !== close) refuse();
}

/** Passes spaces, line ends and comments. Only the outermost closing bracket may stand one column left of the rest. */
function toFlowContent(cursor: Cursor, indent: number, level: number): void {
  const { text, end } = cursor;
  const from = cursor.at;
  for (;;) {
    skipSpaces(cursor);
    const code = codeAt(cursor, cursor.at);
    if (code < 0) refuse();
    if (code === HASH) {
      const before = text.charCodeAt(cursor.at - 1);
      if (before !== SPACE && before !== LF) refuse();
    } else if (!isLineEnd(code)) break;
    cursor.at = cursor.lineStart = nextLine(text, cursor.at, end);
  }
  if (cursor.lineStart <= from) return;
  const column = cursor.at - cursor.lineStart;
  if (column === 0 && isMarker(text, cursor.at, end)) refuse();
  const code = codeAt(cursor, cursor.at);
  const closes = code === CLOSE_BRACKET || code === CLOSE_BRACE;
  if (column < indent && !(closes && level === 1 && column === indent - 1)) refuse();
}
