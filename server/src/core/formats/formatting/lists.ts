// Lists of ids in one style, and ids without quotes that mean nothing.

import { keysOf } from '../../model/keys.ts';
import type { RecordKind } from '../../model/kinds.ts';
import { isListOfIds } from '../../model/listsOfIds.ts';
import { lineEnd, lineStart } from '../../text/lines.ts';
import { lineEndOf } from '../../text/source.ts';
import type { YamlEntry, YamlMapping, YamlScalar, YamlSequence } from '../../yaml/node.ts';
import type { TextEdit } from '../yamlEdits.ts';
import { besideWords, isSameUnquoted } from './bareYaml.ts';

/** How lists of ids are written: in brackets, or a line each. */
export type ListStyle = 'flow' | 'block';

/** No line gets longer than this by a list in brackets. */
const longestLine = 100;

/** A list of ids, and the key that it is the value of. */
interface ListEntry {
  readonly key: YamlScalar;
  readonly list: YamlSequence;
}

/** The lists of ids of a record that are not inside of braces. */
export function listsOf(mapping: YamlMapping, kind: RecordKind): readonly ListEntry[] {
  const found: ListEntry[] = [];
  const visit = ({ key, value }: YamlEntry, path: readonly string[]): void => {
    if (value?.type === 'sequence' && value.items.length > 0 && isListOfIds(kind, path))
      found.push({ key, list: value });
    if (value?.type !== 'mapping' || value.flow || keysOf(kind).get(path[0] ?? '')?.type !== 'citations')
      return;
    for (const inner of value.entries) visit(inner, [...path, inner.key.value]);
  };
  for (const one of mapping.entries) visit(one, [one.key.value]);
  return found;
}

/** The style of most lists; brackets where there is no most. Lists in another style never change that. */
export function styleOf(lists: readonly ListEntry[]): ListStyle {
  const inBlock = lists.filter(({ list }) => !list.flow).length;
  return inBlock * 2 > lists.length ? 'block' : 'flow';
}

/** The edits by which the values of a record that are ids, words, or lists of them are written in one way. */
export function valueEdits(
  text: string,
  mapping: YamlMapping,
  kind: RecordKind,
  style: ListStyle,
): readonly TextEdit[] {
  const edits = listsOf(mapping, kind).flatMap(one => listEdit(text, one, style) ?? []);
  const quotes = quotedIn(mapping, kind).flatMap(scalar => unquoted(scalar));
  const isFree = ({ start, end }: TextEdit) => edits.every(edit => end <= edit.start || edit.end <= start);
  return [...edits, ...quotes.filter(isFree)].filter(
    ({ start, end, text: written }) => text.slice(start, end) !== written,
  );
}

function listEdit(text: string, { key, list }: ListEntry, style: ListStyle): TextEdit | undefined {
  const items = list.items.flatMap(item => (item?.type === 'scalar' && isOneLine(item) ? [item] : []));
  const { comments, signs } = besideWords(text, list, list);
  if (items.length < list.items.length || comments.length > 0 || !/^[\s,[\]-]*$/.test(signs))
    return undefined;
  const behindKey = /^[ \t]*:/.exec(text.slice(key.end, lineEnd(text, key.end)))?.[0].length ?? 0;
  const start = key.end + behindKey;
  if (behindKey === 0 || text.slice(start, list.start).trim() !== '') return undefined;
  const words = items.map(item => wordsOf(text, item));
  const end = list.flow ? list.end : (items.at(-1)?.end ?? list.end);
  const inBrackets = `[${words.join(', ')}]`;
  const isShort = start - lineStart(text, start) + 1 + inBrackets.length <= longestLine;
  if (style === 'flow') {
    if (isShort && words.every(word => !/^[^"'].*[,[\]{}]/.test(word)))
      return { start, end, text: ` ${inBrackets}` };
    return undefined;
  }
  if (!list.flow) return undefined;
  // A comment behind the brackets would come to stand behind the last item.
  if (text.slice(end, lineEnd(text, end)).trim() !== '') return undefined;
  const column = text.slice(lineStart(text, key.start), key.start);
  if (column.includes('\t')) return undefined;
  const indent = lineEndOf(text) + ' '.repeat(column.length + 2);
  return { start, end, text: words.map(word => `${indent}- ${word}`).join('') };
}

/** Values in quotes whose words are no texts of their own: ids, people, systems, and words of a list. */
function quotedIn({ entries }: YamlMapping, kind: RecordKind): readonly YamlScalar[] {
  return entries.flatMap(({ key, value }): readonly YamlScalar[] => {
    const type = keysOf(kind).get(key.value)?.type;
    const isWord = type === 'id' || type === 'word' || type === 'person' || type === 'reference';
    if (value?.type === 'scalar') return isWord || type === 'citations' ? [value] : [];
    if (value?.type === 'sequence' && isListOfIds(kind, [key.value]))
      return value.items.flatMap(item => (item?.type === 'scalar' ? [item] : []));
    if (value?.type !== 'mapping' || type !== 'citations') return [];
    return value.entries.flatMap(({ value: inner }) => {
      const items = inner?.type === 'sequence' ? inner.items : [inner];
      return items.flatMap(item => (item?.type === 'scalar' ? [item] : []));
    });
  });
}

function unquoted(scalar: YamlScalar): readonly TextEdit[] {
  const { start, end, value } = scalar;
  return hasIdleQuotes(scalar) ? [{ start, end, text: value }] : [];
}

function wordsOf(text: string, scalar: YamlScalar): string {
  return hasIdleQuotes(scalar) ? scalar.value : text.slice(scalar.start, scalar.end);
}

/** Whether a value is in quotes that mean nothing, and is written in them as it is: without escapes and line ends. */
function hasIdleQuotes({ start, end, style, value }: YamlScalar): boolean {
  return isQuoted(style) && end - start === value.length + 2 && isSameUnquoted(value);
}

function isQuoted(style: YamlScalar['style']): boolean {
  return style === 'single' || style === 'double';
}

function isOneLine({ style, value }: YamlScalar): boolean {
  return style !== 'literal' && style !== 'folded' && value !== '' && !/[\r\n]/.test(value);
}
