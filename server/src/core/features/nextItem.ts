import type { DocumentFacts } from '../formats/facts.ts';
import { recordAt } from '../formats/recordAt.ts';
import type { TextEdit } from '../formats/yamlEdits.ts';
import { isProse } from '../markdown/scan.ts';
import { isListOfIds } from '../model/listsOfIds.ts';
import { lineAbove, lineEnd, lineStart, nextLine } from '../text/lines.ts';
import { sortOf } from './at/nameAt.ts';
import { yamlCursorAt } from './completion/yamlCursor.ts';
import type { Editing } from './editing.ts';

/** A line as it is typed: its offsets, and its text without the line end. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edit by which a new line goes on with a list of criteria or ids: it starts the next item, or, below an item in which nothing
 * is written, takes that away and ends the list. Undefined in any other place, and where something stands in the new line: what
 * was behind the cursor, or what the editor has begun by itself.
 * @param offset in the new line
 */
export function nextItemAt(editing: Editing, offset: number): TextEdit | undefined {
  const { text, envelope, role } = editing.facts;
  const line = lineAt(text, offset);
  const above = lineBefore(text, line);
  if (!above || line.text.trim() !== '') return undefined;
  const isMarkdown = role.language === 'markdown';
  const from = isMarkdown ? envelope?.metaStart : 0;
  if (isMarkdown && above.start >= (envelope?.bodyStart ?? 0)) return inProse(editing, above, line);
  return from === undefined || above.start < from ? undefined : inYaml(editing.facts, from, above, line);
}

function inYaml(facts: DocumentFacts, from: number, above: Line, line: Line): TextEdit | undefined {
  const { text, records } = facts;
  const kind = records[recordAt(facts, above.start)]?.kind;
  const cursor = kind && yamlCursorAt(text, from, above.end);
  if (!kind || cursor?.typing !== 'value' || !isListOfIds(kind, cursor.path)) return undefined;
  const item = /^([ \t]*)-([ \t]+)(\S?)/.exec(above.text);
  if (item && cursor.item) {
    const [, indent = '', gap = ' ', word] = item;
    if (word) return replacing(line, `${indent}-${gap.length > 3 ? ' ' : gap}`);
    return { start: above.start, end: line.end, text: keyIndent(text, above, indent) };
  }
  const key = /^([ \t]*(?:-[ \t]+)*)[^\s:][^:]*:[ \t]*$/.exec(above.text);
  if (!key) return undefined;
  const indent = (key[1] ?? '').replace(/[^\t]/g, ' ');
  // The list may have items already: the new one stands in their column.
  const next = nextLine(text, line.end);
  const below = /^[ \t]*(?=-[ \t])/.exec(text.slice(next, next + 100))?.[0];
  return replacing(line, `${below !== undefined && below.length >= indent.length ? below : `${indent}  `}- `);
}

/** The column of the key whose list an empty item was to go on with. */
function keyIndent(text: string, item: Line, indent: string): string {
  for (let above = lineBefore(text, item); above; above = lineBefore(text, above)) {
    const [own = ''] = /^[ \t]*/.exec(above.text) ?? [];
    const isItem = /^[ \t]*-(?:[ \t]|$)/.test(above.text);
    if (above.text.trim() === '' || (isItem && own.length >= indent.length)) continue;
    // The key may stand behind the dash of its record.
    return (/^[ \t]*(?:-[ \t]+)*/.exec(above.text)?.[0] ?? '').replace(/[^\t]/g, ' ');
  }
  return '';
}

const listMark = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(?:\[[ xX]\]([ \t]+))?/;

function inProse(editing: Editing, above: Line, line: Line): TextEdit | undefined {
  const mark = listMark.exec(above.text);
  if (!mark) return undefined;
  const [whole, indent = '', bullet, number, sign = '', gap = ' ', box] = mark;
  if (above.text.length === whole.length) {
    const item = lineBefore(editing.facts.text, above);
    const isEnd = item && isOfId(editing, item);
    return isEnd ? { start: above.start, end: line.end, text: '' } : undefined;
  }
  if (!isOfId(editing, above)) return undefined;
  const next = bullet ?? `${Number(number) + 1}${sign}`;
  return replacing(line, `${indent}${next}${gap}${box === undefined ? '' : `[ ]${box}`}`);
}

/** Whether a line is an item of a list of Markdown that begins with a criterion or an id. */
function isOfId({ facts, program }: Editing, { start, text }: Line): boolean {
  const [mark] = listMark.exec(text) ?? [];
  if (mark === undefined || !facts.markdown) return false;
  const at = start + mark.length;
  if (!isProse(facts.markdown, at, at + 1)) return false;
  if (facts.citations.some(citation => citation.start === at)) return true;
  const [word = ''] = /^\w[\w.-]*(?<!\.)/.exec(text.slice(mark.length)) ?? [];
  return sortOf(word, program) !== undefined;
}

function replacing({ start, end }: Line, text: string): TextEdit {
  return { start, end, text };
}

function lineAt(text: string, offset: number): Line {
  const [start, end] = [lineStart(text, offset), lineEnd(text, offset)];
  return { start, end, text: text.slice(start, end) };
}

function lineBefore(text: string, { start }: Line): Line | undefined {
  const above = lineAbove(text, start);
  return above === undefined ? undefined : lineAt(text, above);
}
