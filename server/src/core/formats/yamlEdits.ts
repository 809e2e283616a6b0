// Edits of YAML that keep what was there: comments, order, quoting, indentation and line ends.
import { lineAbove, lineEnd, lineStart } from '../text/lines.ts';
import { lineEndOf } from '../text/source.ts';
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from '../yaml/node.ts';

/** [start, end) of a text is replaced. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Adds values to the end of a list, in its own form: a line each in a block list or a block of text, behind the last item
 * in brackets, as keys of a mapping. A lone value becomes a list, and an empty one gives way to it.
 * @param values as they are to be written, quoted where they must be
 */
export function addToList(text: string, list: YamlNode, values: readonly string[]): TextEdit {
  const written = text.slice(list.start, list.end);
  if (list.type === 'mapping') return addEntries(text, list, values.map(keyAlone));
  if (list.type === 'alias') return replacing(text, list, `[${[written, ...values].join(', ')}]`);
  if (list.type === 'scalar') {
    if (list.value.trim() === '') return replacing(text, list, `[${values.join(', ')}]`);
    if (isBlock(list)) return linesBelow(text, lastLine(text, list), list, values);
    return replacing(text, list, `[${[asItem(written), ...values].join(', ')}]`);
  }
  const last = list.items.at(-1);
  if (list.flow) return inserting(last?.end ?? list.start + 1, `${last ? ', ' : ''}${values.join(', ')}`);
  return linesBelow(text, list.start, last ?? list, values.map(asLine));
}

/**
 * Adds an item to a block list behind another that is a mapping, with an empty line between them where that has one above it.
 * Undefined where the other does not stand behind a dash.
 * @param lines of the new item, without the dash
 */
export function addItemBehind(
  text: string,
  item: YamlMapping,
  lines: readonly string[],
): TextEdit | undefined {
  const start = lineStart(text, item.start);
  const dash = /^[ \t]*-[ \t]+$/.exec(text.slice(start, item.start))?.[0];
  if (dash === undefined) return undefined;
  const end = lineEndOf(text);
  const written = lines.map((line, i) => (i === 0 ? dash : dash.replace('-', ' ')) + line);
  const above = lineAbove(text, start);
  const isApart = above !== undefined && text.slice(above, start).trim() === '';
  return inserting(lineEnd(text, contentEnd(text, item)), [isApart ? end : '', ...written].join(end));
}

/**
 * The edits that make a list hold just these values: those no longer wanted go, with their lines in a block list; those
 * not yet there come last. Where none is kept, the first gives its place to the first new one.
 */
export function setList(text: string, list: YamlSequence, values: readonly string[]): readonly TextEdit[] {
  const items = list.items.filter(item => item !== undefined);
  const [first] = items;
  if (!first || values.length === 0) return [replacing(text, list, `[${values.join(', ')}]`)];
  const wanted = items.filter(item => values.includes(textOf(item) ?? ''));
  const present = new Set(wanted.map(textOf));
  const added = values.filter(value => !present.has(value));
  const edits: TextEdit[] = [];
  if (wanted.length === 0) edits.push(replacing(text, first, added.shift() ?? ''));
  const kept = new Set(wanted.length === 0 ? [first] : wanted);
  for (const item of items) {
    if (!kept.has(item)) edits.push(list.flow ? flowRemoval(items, item, kept) : lineRemoval(text, item));
  }
  const last = items.findLast(item => list.flow || kept.has(item)) ?? first;
  if (added.length > 0) {
    edits.push(
      list.flow
        ? inserting(last.end, added.map(value => `, ${value}`).join(''))
        : linesBelow(text, list.start, last, added.map(asLine)),
    );
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Adds a key to the end of a mapping, in the mapping's own form.
 * @param value as it is to be written; '' for a key without a value
 */
export function addKey(text: string, mapping: YamlMapping, key: string, value: string): TextEdit {
  return addEntries(text, mapping, [value === '' ? keyAlone(key) : `${key}: ${value}`]);
}

/**
 * Adds a key where it usually stands: behind the nearest of the keys that come before it in an order, at the beginning where
 * the mapping has none of them.
 * @param value as it is to be written; '' for a key without a value
 * @param order names of keys, the key among them
 */
export function addKeyInOrder(
  text: string,
  mapping: YamlMapping,
  key: string,
  value: string,
  order: readonly string[],
): TextEdit {
  const before = order.slice(0, order.indexOf(key));
  const last = before.flatMap(name => mapping.entries.filter(one => one.key.value === name)).at(-1);
  const written = value === '' ? keyAlone(key) : `${key}: ${value}`;
  const [first] = mapping.entries;
  if (!first) return addKey(text, mapping, key, value);
  if (last && mapping.flow) return inserting(endOfEntry(text, last), `, ${written}`);
  if (last) return linesBelow(text, startOfKey(text, first.key), last.value ?? last.key, [written]);
  const start = startOfKey(text, first.key);
  if (mapping.flow) return inserting(start, `${written}, `);
  return inserting(start, written + lineEndOf(text) + indentationOf(text, start));
}

/** Takes an item out of a list, in a block list with its lines. */
export function removeItem(text: string, list: YamlSequence, item: YamlNode): TextEdit {
  const items = list.items.filter(one => one !== undefined);
  // A comma behind the only item would be left over.
  if (list.flow && items.length === 1) return replacing(text, list, '[]');
  return list.flow
    ? flowRemoval(items, item, new Set(items.filter(one => one !== item)))
    : lineRemoval(text, item);
}

/**
 * Takes a key and its value out of a mapping, in a block with their lines. Undefined where it is all that an item of a list
 * says.
 */
export function removeKey(text: string, mapping: YamlMapping, entry: YamlEntry): TextEdit | undefined {
  const { key, value } = entry;
  const index = mapping.entries.indexOf(entry);
  const [before, next] = [mapping.entries[index - 1], mapping.entries[index + 1]];
  const keyStart = startOfKey(text, key);
  const nextStart = next && startOfKey(text, next.key);
  if (mapping.flow) {
    const end = endOfEntry(text, entry);
    if (before) return { start: endOfEntry(text, before), end, text: '' };
    return { start: keyStart, end: nextStart ?? end, text: '' };
  }
  const start = lineStart(text, keyStart);
  if (text.slice(start, keyStart).trim() !== '') {
    return nextStart === undefined ? undefined : { start: keyStart, end: nextStart, text: '' };
  }
  const end = lineEnd(text, contentEnd(text, value ?? key));
  const ending = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return { start, end: end + ending, text: '' };
}

/** Gives an entry a value, instead of the one it has. */
export function setValue(text: string, { key, value }: YamlEntry, written: string): TextEdit {
  const behind = behindColon(text, key);
  const isBlock = (value?.type === 'sequence' || value?.type === 'mapping') && !value.flow;
  // What stood in lines of its own is written behind the key, unless a comment is there.
  if (value && isBlock && text.slice(behind.at, value.start).trim() === '')
    return { start: behind.at, end: contentEnd(text, value), text: ` ${written}` };
  // A block list may stand in the column of its key, where nothing else may.
  if (value)
    return replacing(text, value, value.type === 'sequence' && !value.flow ? `  ${written}` : written);
  return inserting(behind.at, behind.colon ? ` ${written}` : `: ${written}`);
}

/**
 * A value as it is written in the place of another: in the quotes of that one, or in quotes where it needs them. The line end of
 * a block of text stays.
 */
export function writtenLike(before: string, value: string): string {
  if (/^[|>]/.test(before)) return writtenLike('', value) + (/(?<![\r\n])[\r\n]+$/.exec(before)?.[0] ?? '');
  if (before.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  return before.startsWith('"') || !/^\w(?:[\w ./@+-]*[\w./@+-])?$/.test(value)
    ? JSON.stringify(value)
    : value;
}

/** The text with edits made that do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: written } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, start) + written;
    at = end;
  }
  return result + text.slice(at);
}

function addEntries(text: string, mapping: YamlMapping, written: readonly string[]): TextEdit {
  const [first] = mapping.entries;
  const last = mapping.entries.at(-1);
  if (mapping.flow) {
    const at = last ? endOfEntry(text, last) : mapping.start + 1;
    return inserting(at, `${last ? ', ' : ''}${written.join(', ')}`);
  }
  if (!first || !last) return inserting(mapping.end, written.join(lineEndOf(text)));
  return linesBelow(text, startOfKey(text, first.key), last.value ?? last.key, written);
}

/** Where a key begins, the `?`, the anchor and the tag before it included. */
function startOfKey(text: string, key: YamlScalar): number {
  const before = text.slice(lineStart(text, key.start), key.start);
  return key.start - (/(?<![^\s{[,])(?:[?&!][^\s,{}[\]]*(?:[ \t]+|$))+$/.exec(before)?.[0].length ?? 0);
}

function endOfEntry(text: string, { key, value }: YamlEntry): number {
  return value?.end ?? behindColon(text, key).at;
}

/** The place behind the colon of a key that has no value, or behind the key where it lacks even that. */
function behindColon(text: string, key: YamlScalar): { readonly at: number; readonly colon: boolean } {
  const colon = /^[ \t]*:/.exec(text.slice(key.end, lineEnd(text, key.end)));
  return { at: key.end + (colon?.[0].length ?? 0), colon: colon !== null };
}

/** Lines below the last one of a node, indented as what stands at an offset of its block. */
function linesBelow(text: string, like: number, last: YamlNode, lines: readonly string[]): TextEdit {
  const indent = indentationOf(text, like);
  const at = lineEnd(text, contentEnd(text, last));
  return inserting(at, lines.map(line => lineEndOf(text) + indent + line).join(''));
}

/** What puts a line below an offset of another, tabs kept. A byte order mark takes no column. */
function indentationOf(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset).replaceAll('\ufeff', '').replace(/[^\t]/g, ' ');
}

/** Where the last line of a node ends: a block of text counts the line end behind it as its own. */
function contentEnd(text: string, { start, end }: YamlNode): number {
  return start + text.slice(start, end).replace(/(?:\r\n|\n|\r)$/, '').length;
}

/** Where the last words of a block of text begin, behind the indentation of their line. */
function lastLine(text: string, block: YamlScalar): number {
  const start = lineStart(text, block.start + text.slice(block.start, block.end).trimEnd().length);
  return start + text.slice(start).search(/[^ \t]/);
}

/** An item of `[a, b]` goes with the comma before it; where nothing before it is kept, with the one behind it. */
function flowRemoval(items: readonly YamlNode[], item: YamlNode, kept: ReadonlySet<YamlNode>): TextEdit {
  const index = items.indexOf(item);
  const before = items[index - 1];
  if (before && items.slice(0, index).some(other => kept.has(other))) {
    return { start: before.end, end: item.end, text: '' };
  }
  return { start: item.start, end: items[index + 1]?.start ?? item.end, text: '' };
}

function lineRemoval(text: string, item: YamlNode): TextEdit {
  const end = lineEnd(text, contentEnd(text, item));
  const ending = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return { start: lineStart(text, item.start), end: end + ending, text: '' };
}

/** A lone value as an item in brackets: in quotes where its signs would part it, unless it is a list of ids already. */
function asItem(written: string): string {
  const isList = /^[\w.-]+(?:,\s*[\w.-]+)*$/.test(written);
  return isList || /^["']/.test(written) || !/[,[\]{}]/.test(written) ? written : JSON.stringify(written);
}

function isBlock({ style }: YamlScalar): boolean {
  return style === 'literal' || style === 'folded';
}

function textOf(item: YamlNode): string | undefined {
  return item.type === 'scalar' ? item.value.trim() : undefined;
}

const asLine = (value: string): string => `- ${value}`;
const keyAlone = (key: string): string => `${key}:`;

function replacing(text: string, node: YamlNode, written: string): TextEdit {
  return { start: node.start, end: contentEnd(text, node), text: written };
}

function inserting(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}
