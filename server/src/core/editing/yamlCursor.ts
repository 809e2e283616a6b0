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
}

interface Line {
  /** The column of the key or value, after the dashes of its list items. */
  readonly column: number;
  /** The column of the first dash; undefined where there is none. */
  readonly dash: number | undefined;
  readonly key: string | undefined;
  /** Where the key's value begins, or the text where there is no key. */
  readonly valueStart: number;
}

const lineForm = /^([ \t]*)((?:-[ \t]+)*)(?:([\w-]+|"[^"]*"|'[^']*')[ \t]*:(?=[ \t]|$)[ \t]*)?/;

/**
 * Finds the keys around an offset by the lines before it, so that text which is no YAML yet is understood as well.
 * @param from where the metadata or file begins
 */
export function yamlCursorAt(text: string, from: number, offset: number): YamlCursor {
  const lineStart = Math.max(from, text.lastIndexOf('\n', offset - 1) + 1);
  const here = readLine(text, lineStart, offset);
  const path = parents(text, from, lineStart, here);
  const opened = openedBefore(text, from, lineStart, here, path);
  if (opened) return inFlow(text, opened.start, offset, opened.path);
  if (here.key !== undefined) {
    const start = afterQuote(text, here.valueStart, offset);
    return {
      path: [...path, here.key],
      typing: 'value',
      start,
      end: wordEnd(text, start, offset),
      item: false,
    };
  }
  const start = afterQuote(text, here.valueStart, offset);
  const typing = here.dash === undefined ? 'key' : 'value';
  return { path, typing, start, end: wordEnd(text, start, offset), item: here.dash !== undefined };
}

function readLine(text: string, start: number, end: number): Line {
  const [whole = '', indent = '', dashes = '', key] = lineForm.exec(text.slice(start, end)) ?? [];
  return {
    column: indent.length + dashes.length,
    dash: dashes === '' ? undefined : indent.length,
    key: key?.replace(/^["']|["']$/g, ''),
    valueStart: start + (key === undefined ? indent.length + dashes.length : whole.length),
  };
}

/** The keys above a line that it is below of. */
function parents(text: string, from: number, lineStart: number, line: Line): string[] {
  const path: string[] = [];
  let limit = line.dash === undefined ? line.column : line.dash + 1;
  for (let end = lineStart - 1; end >= from && limit > 0; ) {
    const start = Math.max(from, text.lastIndexOf('\n', end - 1) + 1);
    const raw = text.slice(start, end);
    const above = readLine(text, start, end);
    if (/^---/.test(raw)) break;
    if (above.key !== undefined && above.column < limit && !/^[ \t]*#/.test(raw)) {
      path.unshift(above.key);
      limit = above.dash === undefined ? above.column : above.dash + 1;
    } else if (above.dash === 0 && limit <= above.column) {
      // The record of a list begins here, whatever stands in its first line.
      break;
    }
    end = start - 1;
  }
  return path;
}

/** The value that was opened with a bracket and not closed before the line, or on it. */
function openedBefore(
  text: string,
  from: number,
  lineStart: number,
  here: Line,
  path: readonly string[],
): { readonly start: number; readonly path: readonly string[] } | undefined {
  if (here.key !== undefined && /[[{]/.test(text.charAt(here.valueStart))) {
    return { start: here.valueStart, path: [...path, here.key] };
  }
  if (here.key === undefined && /[[{]/.test(text.charAt(here.valueStart)))
    return { start: here.valueStart, path };
  // A list in brackets may go on over lines: the nearest line above with a key opened it.
  for (let end = lineStart - 1; end >= from; ) {
    const start = Math.max(from, text.lastIndexOf('\n', end - 1) + 1);
    const above = readLine(text, start, end);
    if (above.key !== undefined || above.dash !== undefined) {
      if (!/[[{]/.test(text.charAt(above.valueStart)) || isClosed(text, above.valueStart, lineStart))
        return undefined;
      const around = parents(text, from, start, above);
      return { start: above.valueStart, path: above.key === undefined ? around : [...around, above.key] };
    }
    end = start - 1;
  }
  return undefined;
}

function isClosed(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (const { at, sign } of signs(text, start, end)) {
    if (sign === '[' || sign === '{') depth++;
    if (sign === ']' || sign === '}') depth--;
    if (depth === 0 && at < end) return true;
  }
  return false;
}

/** The brackets, commas and colons of a flow value, those in quotes left out. */
function* signs(text: string, start: number, end: number): IterableIterator<{ at: number; sign: string }> {
  let quote: string | undefined;
  for (let at = start; at < end; at++) {
    const sign = text.charAt(at);
    if (quote !== undefined) {
      if (sign === quote) quote = undefined;
    } else if ((sign === '"' || sign === "'") && /[\s[{,:]/.test(text.charAt(at - 1))) quote = sign;
    else if (/[[\]{},]/.test(sign) || (sign === ':' && /\s/.test(text.charAt(at + 1) || ' ')))
      yield { at, sign };
  }
}

function inFlow(text: string, opened: number, offset: number, outer: readonly string[]): YamlCursor {
  const stack: { sign: string; key: string | undefined }[] = [];
  let tokenStart = opened;
  for (const { at, sign } of signs(text, opened, offset)) {
    const top = stack.at(-1);
    if (sign === '[' || sign === '{') stack.push({ sign, key: undefined });
    else if (sign === ']' || sign === '}') stack.pop();
    else if (sign === ',' && top) top.key = undefined;
    else if (sign === ':' && top?.sign === '{')
      top.key = text
        .slice(tokenStart, at)
        .trim()
        .replace(/^["']|["']$/g, '');
    tokenStart = at + 1;
  }
  const path = [...outer, ...stack.flatMap(({ key }) => (key === undefined ? [] : [key]))];
  const top = stack.at(-1);
  const blanks = /^\s*/.exec(text.slice(tokenStart, offset))?.[0].length ?? 0;
  const start = afterQuote(text, Math.min(offset, tokenStart + blanks), offset);
  const typing = top?.sign === '{' && top.key === undefined ? 'key' : 'value';
  return { path, typing, start, end: wordEnd(text, start, offset), item: false };
}

function afterQuote(text: string, start: number, offset: number): number {
  return start < offset && /["']/.test(text.charAt(start)) ? start + 1 : Math.min(start, offset);
}

/** A word that was begun is replaced whole; where nothing was begun, what follows is another word. */
function wordEnd(text: string, start: number, offset: number): number {
  let end = offset;
  if (start === offset) return end;
  while (end < text.length && /[\w.]/.test(text.charAt(end))) end++;
  return end;
}
