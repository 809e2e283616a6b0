// Keys in the order in which new records are written, each with the comments that belong to it.
import { lineAbove, lineEnd, lineStart, nextLine, trimmedEnd } from '../../text/lines.ts';
import type { TextRange } from '../../text/range.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import { applied, type TextEdit } from '../yamlEdits.ts';

/** A key with its value, and with the comments in the lines above it: [start, end) without the last line end. */
interface Chunk extends TextRange {
  readonly key: string;
  /** Where the key begins, behind the comments and the indentation. */
  readonly keyStart: number;
  readonly hasComments: boolean;
  /** Whether an empty line, or a comment on its own, stands before it: keys are not moved over those. */
  readonly beginsGroup: boolean;
}

/** The order of the keys of a mapping, and of the mappings inside of it. */
export interface KeyOrder {
  /** The place of each key. */
  readonly places: ReadonlyMap<string, number>;
  /** The order inside of the mapping, or of each mapping of the list, under a key; undefined where nothing is moved. */
  readonly inside: (key: string) => KeyOrder | undefined;
}

/** The same as `inOrder`, of a block mapping and all those inside of it that have an order. */
export function allInOrder(
  text: string,
  mapping: YamlMapping,
  order: KeyOrder,
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  let all = edits;
  for (const { key, value } of mapping.entries) {
    const inner = order.inside(key.value);
    for (const node of inner ? (value?.type === 'sequence' ? value.items : [value]) : []) {
      if (!inner || node?.type !== 'mapping' || node.flow) continue;
      const isInside = ({ start, end }: TextEdit) => node.start <= start && end <= node.end;
      const moved = allInOrder(text, node, inner, all.filter(isInside));
      all = [...all.filter(edit => !isInside(edit)), ...moved];
    }
  }
  return inOrder(text, mapping, order.places, all);
}

/**
 * The edits by which the keys of a block mapping come into an order, and other edits of its values with them. Keys that have no
 * place in the order stay where they are, and so do the keys of a group that begins with a comment, which may be about all of it.
 * @param order the place of each key
 * @param edits of values, each inside of one key's
 */
function inOrder(
  text: string,
  mapping: YamlMapping,
  order: ReadonlyMap<string, number>,
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  const chunks = chunksOf(text, mapping);
  if (!chunks) return edits;
  const found: TextEdit[] = [];
  let left = [...edits];
  for (const group of groupsOf(chunks)) {
    const moved = movedIn(group, order);
    const [first, last] = [
      moved.findIndex((one, i) => one !== group[i]),
      moved.findLastIndex((one, i) => one !== group[i]),
    ];
    const [from, to] = [group[first], group[last]];
    if (!from || !to || !mayMove(text, mapping, group, moved)) continue;
    const start = from === chunks[0] ? from.keyStart : from.start;
    const inside = left.filter(edit => start <= edit.start && edit.end <= to.end);
    left = left.filter(edit => !inside.includes(edit));
    let written = '';
    for (let slot = first; slot <= last; slot++) {
      const [own, chunk] = [group[slot], moved[slot]];
      if (!own || !chunk) continue;
      written += placed(text, chunk, own === chunks[0], chunks, inside);
      const next = group[slot + 1];
      if (slot < last && next) written += text.slice(own.end, next.start);
    }
    found.push({ start, end: to.end, text: written });
  }
  return [...found, ...left];
}

/** A chunk as it is written in a place: without indentation where the dash of a list, or nothing, is before the first key. */
function placed(
  text: string,
  chunk: Chunk,
  isFirst: boolean,
  chunks: readonly Chunk[],
  edits: readonly TextEdit[],
): string {
  const start = isFirst || chunk === chunks[0] ? chunk.keyStart : chunk.start;
  const own = edits
    .filter(edit => start <= edit.start && edit.end <= chunk.end)
    .map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const words = applied(text.slice(start, chunk.end), own);
  return chunk === chunks[0] && !isFirst ? ' '.repeat(columnOf(text, chunk.keyStart)) + words : words;
}

/** The keys of a mapping with what belongs to them; undefined where lines are shared or indented by tabs. */
function chunksOf(text: string, { entries, flow }: YamlMapping): readonly Chunk[] | undefined {
  const [head] = entries;
  if (flow || !head) return undefined;
  const column = columnOf(text, head.key.start);
  const chunks: Chunk[] = [];
  for (const [i, { key, value }] of entries.entries()) {
    const line = lineStart(text, key.start);
    const before = text.slice(line, key.start);
    if (before.includes('\t') || key.start - line !== column) return undefined;
    if (i > 0 && before.trim() !== '') return undefined;
    const last = chunks.at(-1);
    const lead = last ? leadOf(text, last.end, line) : { start: line, hasComments: false, beginsGroup: true };
    const end = endOf(text, (value ?? key).end, column, key.start);
    chunks.push({ ...lead, key: key.value, keyStart: key.start, end });
  }
  return chunks;
}

/** The end of the last line of a value, with the comments below it that are indented more than its key. */
function endOf(text: string, valueEnd: number, column: number, from: number): number {
  let end = lineEnd(text, trimmedEnd(text, from, valueEnd));
  for (;;) {
    const line = nextLine(text, end);
    const comment = /^( *)#/.exec(text.slice(line, lineEnd(text, line)));
    if (line === end || !comment || (comment[1]?.length ?? 0) <= column) return end;
    end = lineEnd(text, line);
  }
}

/** What stands between the end of a key's value and the line of the next key. */
function leadOf(
  text: string,
  end: number,
  keyLine: number,
): Pick<Chunk, 'start' | 'hasComments' | 'beginsGroup'> {
  let start = keyLine;
  const from = nextLine(text, end);
  for (
    let above = lineAbove(text, start);
    above !== undefined && above >= from && isComment(text, above);
    above = lineAbove(text, start)
  )
    start = above;
  return { start, hasComments: start < keyLine, beginsGroup: start > from };
}

function groupsOf(chunks: readonly Chunk[]): readonly (readonly Chunk[])[] {
  const groups: Chunk[][] = [];
  for (const chunk of chunks) {
    if (chunk.beginsGroup) groups.push([chunk]);
    else groups.at(-1)?.push(chunk);
  }
  return groups;
}

/** The chunks in their order, those without a place in it where they are. */
function movedIn(group: readonly Chunk[], order: ReadonlyMap<string, number>): readonly Chunk[] {
  const placed = group
    .filter(({ key }) => order.has(key))
    .sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
  return group.map(chunk => (order.has(chunk.key) ? (placed.shift() ?? chunk) : chunk));
}

/** Whether what is first in a group may be another: no comment is above it, or comes to stand behind a dash. */
function mayMove(
  text: string,
  { entries }: YamlMapping,
  group: readonly Chunk[],
  moved: readonly Chunk[],
): boolean {
  const [was, is] = [group[0], moved[0]];
  if (!was || !is || was === is) return true;
  const isHead = was.keyStart === entries[0]?.key.start;
  if (was.hasComments || (isHead && is.hasComments)) return false;
  const line = lineStart(text, was.keyStart);
  const isItem = text.slice(line, was.keyStart).includes('-');
  const above = lineAbove(text, line);
  return !isHead || isItem || above === undefined || !isComment(text, above);
}

/** Whether a line that begins at an offset is nothing but a comment. */
function isComment(text: string, line: number): boolean {
  return /^[ \t]*#/.test(text.slice(line, lineEnd(text, line)));
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
