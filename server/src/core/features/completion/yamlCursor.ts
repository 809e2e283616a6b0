/** Where a cursor stands in half-typed YAML. */
export interface YamlCursor {
  /** The keys around it, outermost first; of a list of records those of its own record. */
  readonly path: readonly string[];
  /** Whether a key is being typed, or a value (of the last key of the path). */
  readonly typing: 'key' | 'value';
  /** What is being typed: [start, end) is what a completion replaces. */
  readonly start: number;
  readonly end: number;
  /** Whether a list item of a block list is being typed. */
  readonly item: boolean;
  /** The keys that stand beside the one being typed, as far as lines tell. */
  readonly siblings: ReadonlySet<string>;
}

interface Line {
  readonly start: number;
  /** The column of the key or value, after the dashes of its list items. */
  readonly column: number;
  /** The column of the first dash; undefined where there is none. */
  readonly dash: number | undefined;
  readonly key: string | undefined;
  /** Where the key's value begins, or the text where there is no key. */
  readonly valueStart: number;
  readonly isBlank: boolean;
  /** Whether documents are parted here. */
  readonly isFence: boolean;
}

const lineForm =
  /^([ \t]*)((?:-[ \t]+)*)(?:([\w-]+(?:[ ./]+[\w-]+)*|"[^"]*"|'[^']*')[ \t]*:(?=[ \t\r]|$)[ \t]*)?/;
const noKeys: ReadonlySet<string> = new Set();

/**
 * Finds the keys around an offset by the lines before it, so that text which is no YAML yet is understood as well.
 * Undefined in a comment, and where a dash may begin a fence.
 * @param from where the metadata or file begins
 */
export function yamlCursorAt(text: string, from: number, offset: number): YamlCursor | undefined {
  const lineStart = startOfLine(text, from, offset);
  const begun = text.slice(lineStart, offset);
  const bare = /^([ \t]*)-$/.exec(begun)?.[1]?.length;
  const here = bare === undefined ? readLine(text, lineStart, offset) : bareItem(lineStart, bare);
  if (isComment(text, lineStart, offset) || (bare === undefined && /^[ \t]*-+$/.test(begun)))
    return undefined;
  const path = parents(text, from, here);
  // Where no list is, a dash begins a fence or some text.
  if (bare !== undefined && (path.length === 0 || !isInList(text, from, here))) return undefined;
  const opened = openedBefore(text, from, here, path);
  if (opened) return inFlow(text, opened.start, offset, opened.path);
  const start = afterQuote(text, here.valueStart, offset);
  const end = wordEnd(text, start, offset);
  if (here.key !== undefined) {
    return { path: [...path, here.key], typing: 'value', start, end, item: false, siblings: noKeys };
  }
  const item = here.dash !== undefined;
  const siblings = siblingsOf(text, from, here);
  return { path, typing: item ? 'value' : 'key', start, end, item, siblings };
}

function startOfLine(text: string, from: number, offset: number): number {
  let start = offset;
  while (start > from && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return start;
}

function readLine(text: string, start: number, end: number): Line {
  const written = text.slice(start, end);
  const [whole = '', indent = '', dashes = '', key] = lineForm.exec(written) ?? [];
  return {
    start,
    column: indent.length + dashes.length,
    dash: dashes === '' ? undefined : indent.length,
    key: key?.replace(/^["']|["']$/g, ''),
    valueStart: start + (key === undefined ? indent.length + dashes.length : whole.length),
    isBlank: /^[ \t]*(?:#|$)/.test(written),
    isFence: written.startsWith('---'),
  };
}

/** An item that is only its dash so far. */
function bareItem(start: number, dash: number): Line {
  const column = dash + 1;
  return {
    start,
    column,
    dash,
    key: undefined,
    valueStart: start + column,
    isBlank: false,
    isFence: false,
  };
}

/** Whether the line above an item is another one beside it, or the key of the list. */
function isInList(text: string, from: number, { start, dash }: Line): boolean {
  for (const above of linesAbove(text, from, start)) {
    if (above.isBlank) continue;
    if (above.dash !== undefined && above.dash === dash) return true;
    if (above.key === undefined) return above.dash !== undefined && above.dash > (dash ?? 0);
    const end = endOfLine(text, above.valueStart);
    return /^[ \t]*(?:#.*)?$/.test(text.slice(above.valueStart, end)) || above.column > (dash ?? 0);
  }
  return false;
}

/** The lines above a line, the nearest first. */
function* linesAbove(text: string, from: number, lineStart: number): IterableIterator<Line> {
  for (let start = lineStart; start > from; ) {
    let end = start - 1;
    if (end > from && text.charAt(end) === '\n' && text.charAt(end - 1) === '\r') end--;
    start = startOfLine(text, from, end);
    yield readLine(text, start, end);
  }
}

function* linesBelow(text: string, offset: number): IterableIterator<Line> {
  const lineEnd = /\r\n|\n|\r/g;
  lineEnd.lastIndex = offset;
  for (let match = lineEnd.exec(text); match; ) {
    const start = lineEnd.lastIndex;
    match = lineEnd.exec(text);
    yield readLine(text, start, match?.index ?? text.length);
  }
}

/** Whether a number sign before the offset, at the line's beginning or behind a blank, has begun a comment. */
function isComment(text: string, lineStart: number, offset: number): boolean {
  let quote: string | undefined;
  for (let at = lineStart; at < offset; at++) {
    const sign = text.charAt(at);
    const begins = at === lineStart || /[\s[{,:]/.test(text.charAt(at - 1));
    if (quote !== undefined) {
      if (sign === quote) quote = undefined;
    } else if (begins && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === '#' && (at === lineStart || /\s/.test(text.charAt(at - 1)))) return true;
  }
  return false;
}

/** The keys above a line that it is below of. */
function parents(text: string, from: number, line: Line): string[] {
  const path: string[] = [];
  let limit = line.dash === undefined ? line.column : line.dash + 1;
  for (const above of linesAbove(text, from, line.start)) {
    if (limit <= 0 || above.isFence) break;
    if (above.isBlank) continue;
    if (above.key !== undefined && above.column < limit) {
      path.unshift(above.key);
      limit = above.dash === undefined ? above.column : above.dash + 1;
    } else if (above.dash === 0 && limit <= above.column) {
      // The record of a list begins here, whatever stands in its first line.
      break;
    }
  }
  return path;
}

/** The keys of the same mapping as a key at the column of a line, above it and below. */
function siblingsOf(text: string, from: number, { start, column, dash }: Line): ReadonlySet<string> {
  const keys = new Set<string>();
  const above = dash === undefined ? linesAbove(text, from, start) : [];
  for (const line of above) {
    if (line.isFence || (!line.isBlank && line.column < column)) break;
    if (line.key !== undefined && line.column === column) keys.add(line.key);
    if (line.dash !== undefined && line.dash < column && line.column === column) break;
  }
  for (const line of linesBelow(text, start)) {
    if (line.isFence || (!line.isBlank && (line.dash ?? line.column) < column)) break;
    if (line.key !== undefined && line.column === column) keys.add(line.key);
  }
  return keys;
}

/** The value that was opened with a bracket and not closed before the line, or on it. */
function openedBefore(
  text: string,
  from: number,
  here: Line,
  path: readonly string[],
): { readonly start: number; readonly path: readonly string[] } | undefined {
  if (opensFlow(text, here))
    return { start: here.valueStart, path: here.key === undefined ? path : [...path, here.key] };
  // A list in brackets may go on over lines: the nearest line above with a key opened it.
  for (const above of linesAbove(text, from, here.start)) {
    if (above.key === undefined && above.dash === undefined && !opensFlow(text, above)) continue;
    if (!opensFlow(text, above) || isClosed(text, above.valueStart, here.start)) return undefined;
    const around = parents(text, from, above);
    return { start: above.valueStart, path: above.key === undefined ? around : [...around, above.key] };
  }
  return undefined;
}

function opensFlow(text: string, { valueStart }: Line): boolean {
  return /[[{]/.test(text.charAt(valueStart));
}

function isClosed(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (const { sign } of signs(text, start, end)) {
    if (sign === '[' || sign === '{') depth++;
    if (sign === ']' || sign === '}') depth--;
    if (depth === 0) return true;
  }
  return false;
}

/** The brackets, commas and colons of a flow value, those in quotes and comments left out. */
function* signs(text: string, start: number, end: number): IterableIterator<{ at: number; sign: string }> {
  let quote: string | undefined;
  for (let at = start; at < end; at++) {
    const sign = text.charAt(at);
    const before = text.charAt(at - 1);
    if (quote !== undefined) {
      if (sign === quote) quote = undefined;
    } else if ((sign === '"' || sign === "'") && /[\s[{,:]/.test(before)) quote = sign;
    else if (sign === '#' && /\s/.test(before)) at = endOfLine(text, at);
    else if (/[[\]{},]/.test(sign) || (sign === ':' && /\s/.test(text.charAt(at + 1) || ' ')))
      yield { at, sign };
  }
}

function endOfLine(text: string, offset: number): number {
  const length = text.slice(offset).search(/[\r\n]/);
  return length < 0 ? text.length : offset + length;
}

function inFlow(text: string, opened: number, offset: number, outer: readonly string[]): YamlCursor {
  const stack: { readonly sign: string; key: string | undefined; readonly keys: Set<string> }[] = [];
  let tokenStart = opened;
  for (const { at, sign } of signs(text, opened, offset)) {
    const top = stack.at(-1);
    if (sign === '[' || sign === '{') stack.push({ sign, key: undefined, keys: new Set() });
    else if (sign === ']' || sign === '}') stack.pop();
    else if (sign === ',' && top) top.key = undefined;
    else if (sign === ':' && top?.sign === '{') {
      top.key = text
        .slice(tokenStart, at)
        .trim()
        .replace(/^["']|["']$/g, '');
      top.keys.add(top.key);
    }
    tokenStart = at + 1;
  }
  const path = [...outer, ...stack.flatMap(({ key }) => (key === undefined ? [] : [key]))];
  const top = stack.at(-1);
  const typing = top?.sign === '{' && top.key === undefined ? 'key' : 'value';
  // What is typed on a line of its own goes on from no word above it.
  const from = startOfLine(text, tokenStart, offset);
  const start = afterQuote(text, tokenBegin(text, from, offset), offset);
  return {
    path,
    typing,
    start,
    end: wordEnd(text, start, offset),
    item: false,
    siblings: top?.keys ?? noKeys,
  };
}

/** Behind the blanks and comments before what is being typed. */
function tokenBegin(text: string, from: number, offset: number): number {
  let at = from;
  while (at < offset) {
    if (/\s/.test(text.charAt(at))) at++;
    else if (text.charAt(at) === '#' && /\s/.test(text.charAt(at - 1))) at = endOfLine(text, at);
    else break;
  }
  return Math.min(at, offset);
}

function afterQuote(text: string, start: number, offset: number): number {
  return start < offset && /["']/.test(text.charAt(start)) ? start + 1 : Math.min(start, offset);
}

/**
 * A word that was begun is replaced whole; where nothing was begun, what follows is another word.
 * A full stop or a hyphen belongs to it where it goes on behind, but not the hyphen of a range such as CC6.1-CC6.3.
 */
export function wordEnd(text: string, start: number, offset: number): number {
  if (start >= offset) return offset;
  const rest = /^\w*(?:(?:\.|-(?!CC\d|[A-Z]{1,2}\d+\.))\w+)*/.exec(text.slice(offset, offset + 100));
  return offset + (rest?.[0].length ?? 0);
}
