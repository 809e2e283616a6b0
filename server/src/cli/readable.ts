import type { Block, Inlines, Page, Table } from '../core/pages/page.ts';
import { barsText, mapText, matrixText } from './readableDrawings.ts';
import { broken, onOneLine, plain, type Seen, spaces } from './readableText.ts';
import { joined, paint, printable, type TerminalText, terminal } from './terminalText.ts';

/** Longer lines are hard to follow, however wide the terminal. */
const WIDEST = 100;

/**
 * A page as it is read on a terminal: headings and code stand out, and paragraphs and lists are broken at words.
 * @param columns how wide the terminal is; infinite where lines are not to be broken
 */
export function readable({ title, blocks }: Page, columns: number): TerminalText {
  const width = lineWidth(columns);
  return terminal`${joined([paint('bold', printable(title)), ...readableBlocks(blocks, width)], terminal`\n\n`)}\n`;
}

/** How wide a line of text is on a terminal of so many columns; infinite where lines are not to be broken. */
export function lineWidth(columns: number): number {
  return columns === Number.POSITIVE_INFINITY ? columns : Math.min(columns, WIDEST);
}

/**
 * Parts of a page as they are read on a terminal, without the empty lines between them.
 * @param width how long a line may be; infinite where lines are not to be broken
 */
export function readableBlocks(blocks: readonly Block[], width: number): TerminalText[] {
  return sectionsOf(blocks).flatMap(section => {
    const widths = widthsOf(section);
    return section.map(block => shown(block, widths, width));
  });
}

/** The blocks below each heading, with it. */
function sectionsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    const section = sections.at(-1);
    if (section === undefined || block.kind === 'heading') sections.push([block]);
    else section.push(block);
  }
  return sections;
}

function shown(block: Block, widths: ReadonlyMap<number, readonly number[]>, width: number): TerminalText {
  switch (block.kind) {
    case 'heading':
      return paint('bold', printable(block.text));
    case 'paragraph':
      return broken(block.text, plain(terminal``), width);
    case 'list':
      return joined(
        block.items.map((item, i) => broken(item, bullet(block.levels?.[i] ?? 0), width)),
        terminal`\n`,
      );
    case 'code':
      return joined(
        block.text.split('\n').map(line => terminal`    ${paint('cyan', printable(line))}`),
        terminal`\n`,
      );
    case 'table':
      return tableText(block, widths.get(block.rows[0]?.length ?? 0) ?? [], width);
    case 'bars':
      return barsText(block, width);
    case 'matrix':
      return matrixText(block, width);
    case 'map':
      return mapText(block, width);
  }
}

function bullet(level: number): Seen {
  return plain(terminal`${spaces(gap * (level + 1))}• `);
}

/** How far a row is indented, and how far columns are apart. */
const gap = 2;

/** A table whose last column is broken into lines; the others are as wide as asked for. */
function tableText({ caption, head, rows }: Table, widths: readonly number[], width: number): TerminalText {
  const row = (cells: readonly Inlines[]) => {
    const [last = [], ...others] = cells.toReversed();
    const before = others.toReversed().map((cell, i) => {
      const { text, length } = onOneLine(cell);
      return joined([text, spaces((widths[i] ?? 0) - length + gap)]);
    });
    const wide = widths.slice(0, before.length).reduce((sum, one) => sum + one + gap, gap);
    return broken(last, { text: joined([spaces(gap), ...before]), length: wide }, width);
  };
  const heads = head?.map((title): Inlines => [{ text: title, style: 'strong' }]);
  const lines = [...(heads ? [heads] : []), ...rows].map(row);
  if (caption) lines.unshift(broken(caption, plain(terminal``), width));
  return joined(lines, terminal`\n`);
}

/** How wide the columns of tables are, by how many there are: tables with as many columns are aligned. */
function widthsOf(blocks: readonly Block[]): ReadonlyMap<number, readonly number[]> {
  const byCount = new Map<number, number[]>();
  for (const { head, rows } of blocks.filter(block => block.kind === 'table')) {
    for (const cells of [...(head ? [head.map((title): Inlines => [title])] : []), ...rows]) {
      const widths = byCount.get(cells.length) ?? cells.map(() => 0);
      byCount.set(cells.length, widths);
      for (const [i, cell] of cells.entries()) widths[i] = Math.max(widths[i] ?? 0, onOneLine(cell).length);
    }
  }
  return byCount;
}
