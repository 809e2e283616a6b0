// Bars, matrices, and maps as they are drawn on a terminal: with characters alone, and in color where there is one.
import type { Bars, CellMap, Inlines, Matrix, MatrixRow, Sign } from '../core/pages/page.ts';
import { barLength, barText, legendText, othersHead, wordsOf } from '../core/pages/simpler.ts';
import { largest } from '../core/text/lists.ts';
import { broken, onOneLine, plain, spaces, toned } from './readableText.ts';
import { joined, paint, printable, type TerminalText, terminal } from './terminalText.ts';

/** Drawings are no wider, also where lines of text are not to be broken. */
const widest = 80;
/** How far a line is indented, and how far columns are apart. */
const gap = 2;
/** How long the longest bar is. */
const longestBar = 40;
/** A longer head of a column, or label of a row, takes several lines. */
const widestHead = 14;

/** Bars, one on a line: the label, the bar, the count. */
export function barsText(block: Bars, width: number): TerminalText {
  const labels = block.bars.map(({ label }) => onOneLine(label));
  const column = largest(
    0,
    labels.map(({ length }) => length),
  );
  const digits = largest(
    0,
    block.bars.map(({ count }) => `${count}`.length),
  );
  const room = Math.min(width, widest) - column - digits - 3 * gap;
  const longest = Math.max(1, Math.min(longestBar, room));
  const lines = block.bars.map(({ count, tone }, i) => {
    const { text, length } = labels[i] ?? plain(terminal``);
    const bar = toned(barText(barLength(count, block, longest)), tone);
    const number = printable(`${count}`.padStart(digits));
    const between = spaces(count === 0 ? 0 : gap);
    return joined([spaces(gap), text, spaces(column - length + gap), number, between, bar]);
  });
  return below(block.caption, lines, width);
}

/** A matrix, in as many parts below each other as its columns need. */
export function matrixText(block: Matrix, width: number): TerminalText {
  const columns = columnsOf(block);
  const labels = [block.head, ...block.rows.map(({ label }) => wordsOf(label))];
  const first: Column = {
    head: block.head,
    cells: block.rows.map(({ label }) => label),
    width: widthOf(labels),
  };
  const room = Math.min(width, widest) - gap - first.width;
  const parts: Column[][] = [[]];
  let used = 0;
  for (const column of columns) {
    const needed = column.width + gap;
    if (used > 0 && used + needed > room) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(column);
    used += needed;
  }
  const lines = parts.map(part => joined(partLines([first, ...part], block.rows.length), terminal`\n`));
  return below(block.caption, [joined(lines, terminal`\n\n`), ...legend(block.legend, width)], width);
}

/** A column of a matrix: its cells are signs or running text. */
interface Column {
  readonly head: string;
  readonly cells: readonly (Sign | Inlines | null)[];
  readonly width: number;
}

function columnsOf({ columns, rows }: Matrix): Column[] {
  const own = columns.map((column, i): Column => {
    const head = wordsOf(column);
    return { head, cells: rows.map(({ signs }) => signs[i] ?? null), width: widthOf([head]) };
  });
  if (rows.every(({ others }) => others === undefined)) return own;
  const counts = rows.map(({ others = 0 }: MatrixRow): Inlines => [`${others}`]);
  return [...own, { head: othersHead, cells: counts, width: othersHead.length }];
}

function widthOf(texts: readonly string[]): number {
  return Math.min(
    widestHead,
    largest(
      1,
      texts.map(({ length }) => length),
    ),
  );
}

function partLines(columns: readonly Column[], rows: number): TerminalText[] {
  const head = columns.map(({ head, width }) =>
    pieces(head, width).map(piece => ({ text: paint('bold', printable(piece)), length: piece.length })),
  );
  const lines = linesOf(head, columns);
  for (let row = 0; row < rows; row++) {
    const cells = columns.map(({ cells, width }) => {
      const cell = cells[row] ?? null;
      // A sign of ours keeps the eye on the line where the row does not go with the column.
      if (cell === null) return [plain(terminal`·`)];
      if ('sign' in cell) return [{ text: toned(cell.sign, cell.tone), length: cell.sign.length }];
      return pieces(wordsOf(cell), width).map(piece => plain(printable(piece)));
    });
    for (const line of linesOf(cells, columns)) lines.push(line);
  }
  return lines;
}

/** The lines of a row whose cells may have several. */
function linesOf(
  cells: readonly (readonly ReturnType<typeof plain>[])[],
  columns: readonly Column[],
): TerminalText[] {
  const count = largest(
    1,
    cells.map(({ length }) => length),
  );
  return Array.from({ length: count }, (_, line) => {
    const written: TerminalText[] = [];
    let missing = gap;
    for (const [i, { width }] of columns.entries()) {
      const piece = cells[i]?.[line];
      if (piece) written.push(spaces(missing), piece.text);
      missing = (piece ? 0 : missing) + width - (piece?.length ?? 0) + gap;
    }
    return joined(written);
  });
}

/** A text in pieces no longer than asked for, broken at its words where it can be. */
function pieces(text: string, width: number): string[] {
  const found: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      found.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    for (; line.length > width; line = line.slice(width)) found.push(line.slice(0, width));
  }
  return [...found, line];
}

/** A map: below the label of each group its cells, in columns. */
export function mapText(block: CellMap, width: number): TerminalText {
  const room = Math.min(width, widest) - 2 * gap;
  const cellWidth = largest(
    1,
    block.groups.flatMap(({ cells }) => cells.map(cell => cellLength(cell.label, cell.sign))),
  );
  const inLine = Math.max(1, Math.floor((room + gap) / (cellWidth + gap)));
  const lines: TerminalText[] = [];
  for (const { label, cells } of block.groups) {
    if (label) lines.push(broken(label, plain(spaces(gap)), Math.min(width, widest)));
    for (let at = 0; at < cells.length; at += inLine) {
      const written = cells.slice(at, at + inLine).map(({ label, sign }, i, { length }) => {
        const rest = i === length - 1 ? 0 : cellWidth - cellLength(label, sign) + gap;
        return joined([toned(sign.sign, sign.tone), terminal` `, onOneLine(label).text, spaces(rest)]);
      });
      lines.push(joined([spaces(2 * gap), ...written]));
    }
  }
  return below(block.caption, [...lines, ...legend(block.legend, width)], width);
}

function cellLength(label: Inlines, { sign }: Sign): number {
  return sign.length + 1 + onOneLine(label).length;
}

/** What the signs mean, below a drawing. */
function legend(signs: readonly Sign[], width: number): TerminalText[] {
  if (signs.length === 0) return [];
  return [terminal``, broken(legendText(signs), plain(spaces(gap)), Math.min(width, widest))];
}

function below(caption: Inlines | undefined, lines: readonly TerminalText[], width: number): TerminalText {
  const before = caption ? [broken(caption, plain(terminal``), width)] : [];
  return joined([...before, ...lines], terminal`\n`);
}
