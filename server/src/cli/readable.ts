import type { Block, Inline, Inlines, Page } from '../core/pages/page.ts';
import { paint, paints, printable } from './terminal.ts';

/** Longer lines are hard to follow, however wide the terminal. */
const WIDEST = 100;

/** A word as it is written to the terminal, and how many characters of it are seen. */
interface Word {
  readonly written: string;
  readonly length: number;
}

/**
 * A page as it is read on a terminal: headings and code stand out, and paragraphs and lists are broken at words.
 * @param columns how wide the terminal is; infinite where lines are not to be broken
 */
export function readable({ title, blocks }: Page, columns: number): string {
  const width = columns === Number.POSITIVE_INFINITY ? columns : Math.min(columns, WIDEST);
  const parts = [paint('bold', printable(title)), ...blocks.map(block => shown(block, width))];
  return `${parts.join('\n\n')}\n`;
}

function shown(block: Block, width: number): string {
  switch (block.kind) {
    case 'heading':
      return paint('bold', printable(block.text));
    case 'paragraph':
      return broken(block.text, '', '', width);
    case 'list':
      return block.items.map(item => broken(item, '  • ', '    ', width)).join('\n');
    case 'code':
      return block.text
        .split('\n')
        .map(line => `    ${paint('cyan', printable(line))}`)
        .join('\n');
  }
}

/** Breaks a text at its words into lines no wider than asked for, where its words are not. */
function broken(text: Inlines, begin: string, indent: string, width: number): string {
  const lines: string[] = [];
  let line = { written: begin, length: begin.length };
  let empty = true;
  for (const word of words(text)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line.written);
      line = { written: indent, length: indent.length };
      empty = true;
    }
    const space = empty ? '' : ' ';
    line = {
      written: line.written + space + word.written,
      length: line.length + space.length + word.length,
    };
    empty = false;
  }
  return [...lines, line.written].join('\n');
}

function words(text: Inlines): Word[] {
  const found: Word[] = [];
  let word: Word = { written: '', length: 0 };
  for (const inline of text) {
    const { text, style }: Inline = typeof inline === 'string' ? { text: inline } : inline;
    // Where no colour tells code from words, backticks do.
    const seen = style === 'code' && !paints() ? `\`${text}\`` : text;
    for (const [index, piece] of printable(seen).split(/\s/).entries()) {
      if (index > 0) {
        found.push(word);
        word = { written: '', length: 0 };
      }
      word = { written: word.written + styled(piece, style), length: word.length + piece.length };
    }
  }
  return [...found, word].filter(({ length }) => length > 0);
}

function styled(piece: string, style: Inline['style']): string {
  if (piece === '' || style === undefined || style === 'emphasis') return piece;
  return paint(style === 'code' ? 'cyan' : 'bold', piece);
}
