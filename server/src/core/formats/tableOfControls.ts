import type { Catalog } from '../catalog/catalog.ts';
import { citationsIn } from '../catalog/citations.ts';
import type { MarkdownFacts, Table } from '../markdown/facts.ts';
import { detach } from '../text/detach.ts';
import { firstIndex } from '../text/lists.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlEntry, YamlMapping, YamlScalar } from '../yaml/node.ts';
import {
  type ControlKey,
  controlColumns,
  isControlId,
  type Surroundings,
  statusOf,
} from './controlColumns.ts';
import { type Mention, withDenials } from './denials.ts';
import { statusOfRow } from './denialWords.ts';
import { pairs } from './placesOfDenials.ts';
import { noId } from './satisfies.ts';
import { type Cell, cellOf } from './tableCells.ts';

/** A row of a table of controls, read as if its cells were the keys of a record. */
export interface ControlRow {
  /** The cells by their keys, with their places in the table; of a column that holds no key, by the words of its header. */
  readonly mapping: YamlMapping;
  /** What its cell of criteria cites. */
  readonly satisfies: readonly Mention[];
  /** The cell of criteria, without the blanks around its contents. */
  readonly criteria: TextRange;
  /** Every row that tells of the control: itself first, and those below that only name more criteria. */
  readonly rows: readonly TextRange[];
}

/** A row to which those below it may add. */
interface GrowingRow extends ControlRow {
  readonly satisfies: Mention[];
  readonly rows: TextRange[];
}

/** Nearly no other header is with it, and no header of criteria without it. */
const maybeCriteria = /criteri|tsc|tsp|soc|trust|satisf|map|\bcc\b/i;
/** Such a status says that nothing is asked here, now or later. */
const notAsked = /^(?:n\/?a|not applicable|out of scope|excluded|retired)\b/i;

/**
 * The rows of the tables in a page that surely list controls (`controlColumns`). A row that names the id of one before it, and
 * either says the same of it or stands in another table, adds its criteria to that one. A row without an id, or whose status
 * says that it does not apply, is none.
 * @param inControls whether the page lies in a folder of controls
 */
export function controlRowsIn(
  text: string,
  markdown: MarkdownFacts,
  catalog: Catalog,
  inControls: boolean,
): readonly ControlRow[] {
  const rows: GrowingRow[] = [];
  const byId = new Map<string, { readonly at: number; readonly table: Table }>();
  const titlesAbove = titlesInOrder(markdown.headings);
  for (const table of markdown.tables) {
    const surroundings = { inControls, titles: titlesAbove(table.start) };
    for (const { row, id } of rowsOf(text, table, markdown, catalog, surroundings)) {
      const known = byId.get(id.toLowerCase());
      const before = known && rows[known.at];
      if (!known || !before || (known.table === table && !saysSame(before, row))) {
        if (!known) byId.set(id.toLowerCase(), { at: rows.length, table });
        rows.push(row);
        continue;
      }
      for (const mention of row.satisfies) before.satisfies.push(mention);
      for (const range of row.rows) before.rows.push(range);
    }
  }
  return rows;
}

function rowsOf(
  text: string,
  table: Table,
  { code, hidden }: MarkdownFacts,
  catalog: Catalog,
  surroundings: Surroundings,
): readonly { readonly row: GrowingRow; readonly id: string }[] {
  const [headCells = [], ...bodyCells] = table.rows;
  if (!maybeCriteria.test(text.slice(headCells[0], headCells.at(-1)))) return [];
  const head = cellsIn(text, headCells);
  let body: (readonly Cell[])[] | undefined;
  const read = () => (body ??= bodyCells.map(cells => cellsIn(text, cells)));
  const columns = controlColumns(
    head.map(({ words }) => words),
    index => read().map(cells => cells[index]?.words ?? ''),
    surroundings,
    word => catalog.criterion(word) !== undefined,
  );
  if (!columns) return [];
  const { keys, isOurs } = columns;
  const found = read().flatMap(cells => {
    const [first, last] = [cells[0], cells.at(-1)];
    const at = (key: ControlKey) => cells[keys.indexOf(key)];
    const id = at('id');
    const criteria = at('satisfies');
    const status = at('status')?.words ?? '';
    if (!first || !last || !id || !criteria || !isControlId(id.words) || notAsked.test(status)) return [];
    const entries = keys.flatMap((key, i): YamlEntry[] => {
      const cell = cells[i];
      const heading = head[i]?.words ?? '';
      return cell ? [entryOf(key ?? `column: ${detach(heading)}`, cell, heading)] : [];
    });
    const range = { start: first.start, end: last.end };
    const mapping: YamlMapping = { type: 'mapping', flow: false, entries, ...range };
    const satisfies = [...citedIn(text, criteria.whole, isOurs, { code, hidden }, catalog)];
    return [{ row: { mapping, satisfies, criteria: criteria.whole, rows: [range] }, id: id.words }];
  });
  // A header is not enough where no cell cites a criterion.
  const isCited = ({ row }: (typeof found)[number]) => row.satisfies.some(({ id }) => exists(id, catalog));
  return found.some(isCited) ? found : [];
}

function exists(id: string, catalog: Catalog): boolean {
  return (catalog.criterion(id) ?? catalog.group(id)) !== undefined;
}

/** Gives for one place after another, in order, the title of the document and the headings that it stands below. */
function titlesInOrder(headings: MarkdownFacts['headings']): (at: number) => readonly string[] {
  const above: { readonly level: number; readonly text: string }[] = [];
  let next = 0;
  return at => {
    for (let heading = headings[next]; heading && heading.start < at; heading = headings[++next]) {
      while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
      above.push(heading);
    }
    return [headings[0]?.text ?? '', ...above.map(({ text }) => text)];
  };
}

function cellsIn(text: string, flat: readonly number[]): readonly Cell[] {
  return pairs(flat).map(({ start, end }) => cellOf(text, start, end));
}

/** A cell as the entry of a mapping. A cell without a value, or with a mark for none, is a key without a value. */
function entryOf(key: string, cell: Cell, heading: string): YamlEntry {
  const { start, end } = cell;
  const words = key === 'status' ? statusWords(heading, cell.words) : cell.words;
  const value = words === '' || noId.test(words) ? undefined : scalar(detach(words), start, end);
  return { key: scalar(key, start, start), value };
}

/** What a status says: one by which nothing is done yet is `planned`. */
function statusWords(heading: string, words: string): string {
  const said = statusOf(heading, words);
  return statusOfRow.test(said) ? 'planned' : said;
}

function scalar(value: string, start: number, end: number): YamlScalar {
  return { type: 'scalar', value, style: 'plain', start, end };
}

/**
 * What a cell of criteria cites. Below a header that names our criteria, what looks like an id and is none is cited as it is
 * written, so that a rule can say that it is none.
 */
function citedIn(
  text: string,
  cell: TextRange,
  isOurs: boolean,
  { code, hidden }: Pick<MarkdownFacts, 'code' | 'hidden'>,
  catalog: Catalog,
): readonly Mention[] {
  return piecesOf(cell, code, hidden).flatMap(({ start, end }): readonly Mention[] => {
    const found = citationsIn(text, start, end, isOurs ? 'value' : 'prose', catalog);
    if (found.length > 0 || !isOurs) return withDenials(text, { start, end }, found);
    const [id] = /(?<![\w.])[A-Za-z]{0,4}[ -]?\d{1,2}\.\d{1,2}(?![\w.])/.exec(text.slice(start, end)) ?? [];
    if (id === undefined) return [];
    const from = text.indexOf(id.trim(), start);
    const range = { start: from, end: from + id.trim().length };
    return [{ form: 'criterion', id: detach(id.trim()), ...range, misspelled: false, ambiguous: false }];
  });
}

/** The parts of a cell that a reader sees, code among them: an id is often written as code. */
function piecesOf(
  { start, end }: TextRange,
  code: readonly number[],
  hidden: readonly number[],
): readonly TextRange[] {
  const isCode = new Set<number>();
  for (let i = firstBehind(code, start); i < code.length && (code[i] ?? 0) < end; i += 2)
    isCode.add(code[i] ?? 0);
  const pieces: TextRange[] = [];
  let at = start;
  for (let i = firstBehind(hidden, start); i < hidden.length && (hidden[i] ?? 0) < end; i += 2) {
    const [from = 0, to = 0] = [hidden[i], hidden[i + 1]];
    if (isCode.has(from)) continue;
    if (from > at) pieces.push({ start: at, end: from });
    at = Math.max(at, to);
  }
  if (at < end) pieces.push({ start: at, end });
  return pieces;
}

/** The index of the first of some flat ranges that ends behind an offset. */
function firstBehind(ranges: readonly number[], at: number): number {
  return 2 * firstIndex(ranges.length / 2, i => (ranges[2 * i + 1] ?? 0) > at);
}

/** Whether two rows say the same of a control, or the second nothing. */
function saysSame(one: ControlRow, other: ControlRow): boolean {
  return (['title', 'statement'] as const).every(key => {
    const said = wordsAt(other, key);
    return said === undefined || said === wordsAt(one, key);
  });
}

function wordsAt({ mapping }: ControlRow, name: ControlKey): string | undefined {
  const value = mapping.entries.find(({ key }) => key.value === name)?.value;
  return value?.type === 'scalar' ? value.value : undefined;
}
