// Edits of YAML that keep what was there: comments, order, quoting, indentation and line ends.
import { lineEndOf } from '../text/source.ts';
import type { YamlMapping, YamlNode, YamlSequence } from '../yaml/node.ts';

/** [start, end) of a text is replaced. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Adds values to the end of a list, in the list's own form. A lone value becomes a list.
 * @param values as they are to be written, quoted where they must be
 */
export function addToList(text: string, list: YamlNode, values: readonly string[]): TextEdit {
  if (list.type !== 'sequence') {
    const all = [text.slice(list.start, list.end), ...values];
    return { start: list.start, end: list.end, text: `[${all.join(', ')}]` };
  }
  const last = list.items.findLast(item => item !== undefined);
  if (list.flow) {
    const at = last?.end ?? list.start + 1;
    return { start: at, end: at, text: `${last ? ', ' : ''}${values.join(', ')}` };
  }
  const indent = blank(text.slice(lineStart(text, list.start), list.start));
  const at = lineEnd(text, last?.end ?? list.end);
  return { start: at, end: at, text: values.map(value => `${lineEndOf(text)}${indent}- ${value}`).join('') };
}

/**
 * The edits that make a list hold just these values: those no longer wanted go, with their lines in a block list; those
 * not yet there come last.
 */
export function setList(text: string, list: YamlSequence, values: readonly string[]): TextEdit[] {
  const edits: TextEdit[] = [];
  const kept: YamlNode[] = [];
  for (const [i, item] of list.items.entries()) {
    if (!item) continue;
    if (item.type === 'scalar' && values.includes(item.value.trim())) kept.push(item);
    else edits.push(list.flow ? flowRemoval(list, i, item, kept.length > 0) : lineRemoval(text, item));
  }
  const have = new Set(kept.map(item => (item.type === 'scalar' ? item.value.trim() : '')));
  const added = values.filter(value => !have.has(value));
  if (kept.length === 0) {
    return [{ start: list.start, end: list.end, text: `[${values.join(', ')}]` }];
  }
  const last = kept.at(-1);
  if (last && added.length > 0) {
    // In brackets behind the last item, kept or not, so that no removal surrounds it.
    const end = list.items.findLast(item => item !== undefined)?.end ?? last.end;
    const at = list.flow ? end : lineEnd(text, last.end);
    const indent = blank(text.slice(lineStart(text, list.start), list.start));
    const written = list.flow
      ? added.map(value => `, ${value}`).join('')
      : added.map(value => `${lineEndOf(text)}${indent}- ${value}`).join('');
    edits.push({ start: at, end: at, text: written });
  }
  return edits.sort((a, b) => a.start - b.start);
}

/**
 * Adds a key to the end of a mapping, in the mapping's own form.
 * @param value as it is to be written; '' for a key without a value
 */
export function addKey(text: string, mapping: YamlMapping, key: string, value: string): TextEdit {
  const last = mapping.entries.at(-1);
  const written = value === '' ? `${key}:` : `${key}: ${value}`;
  if (mapping.flow) {
    const at = last ? (last.value?.end ?? last.key.end + 1) : mapping.start + 1;
    return { start: at, end: at, text: last ? `, ${written}` : written };
  }
  if (!last) return { start: mapping.end, end: mapping.end, text: written };
  const at = lineEnd(text, last.value?.end ?? last.key.end);
  const first = mapping.entries[0] ?? last;
  const indent = blank(text.slice(lineStart(text, first.key.start), first.key.start));
  return { start: at, end: at, text: `${lineEndOf(text)}${indent}${written}` };
}

/** The text with edits made that do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: written } of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + written;
    at = end;
  }
  return result + text.slice(at);
}

/** An item of `[a, b]` goes with the comma before it; where nothing before it is kept, with the one behind it. */
function flowRemoval({ items }: YamlSequence, index: number, item: YamlNode, isAfterKept: boolean): TextEdit {
  const before = items[index - 1];
  if (isAfterKept && before) return { start: before.end, end: item.end, text: '' };
  return { start: item.start, end: items[index + 1]?.start ?? item.end, text: '' };
}

function lineRemoval(text: string, item: YamlNode): TextEdit {
  const end = lineEnd(text, item.end);
  const ending = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return { start: lineStart(text, item.start), end: end + ending, text: '' };
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return start;
}

function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  return end;
}

/** A line's beginning with blanks for its dashes and words, so that what is written below stands under it. */
function blank(beginning: string): string {
  return beginning.replace(/[^\t]/g, ' ');
}
