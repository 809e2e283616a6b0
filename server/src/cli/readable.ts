import type { Block, Inline, Inlines, Page } from '../core/pages/page.ts';
import { paints } from './terminal.ts';
import { joined, paint, printable, type TerminalText, terminal } from './terminalText.ts';

/** Longer lines are hard to follow, however wide the terminal. */
const WIDEST = 100;

/** A word as it is written to the terminal, and how many characters of it are seen. */
interface Word {
  readonly pieces: TerminalText[];
  length: number;
}

/**
 * A page as it is read on a terminal: headings and code stand out, and paragraphs and lists are broken at words.
 * @param columns how wide the terminal is; infinite where lines are not to be broken
 */
export function readable({ title, blocks }: Page, columns: number): TerminalText {
  const width = columns === Number.POSITIVE_INFINITY ? columns : Math.min(columns, WIDEST);
  const parts = [paint('bold', printable(title)), ...blocks.map(block => shown(block, width))];
  return terminal`${joined(parts, terminal`\n\n`)}\n`;
}

function shown(block: Block, width: number): TerminalText {
  switch (block.kind) {
    case 'heading':
      return paint('bold', printable(block.text));
    case 'paragraph':
      return broken(block.text, terminal``, terminal``, width);
    case 'list':
      return joined(
        block.items.map(item => broken(item, terminal`  • `, terminal`    `, width)),
        terminal`\n`,
      );
    case 'code':
      return joined(
        block.text.split('\n').map(line => terminal`    ${paint('cyan', printable(line))}`),
        terminal`\n`,
      );
  }
}

/** Breaks a text at its words into lines no wider than asked for, where its words are not. */
function broken(text: Inlines, begin: TerminalText, indent: TerminalText, width: number): TerminalText {
  const lines: TerminalText[][] = [[]];
  let length = begin.length;
  for (const word of words(text)) {
    const isFirst = lines.at(-1)?.length === 0;
    if (!isFirst && length + 1 + word.length > width) {
      lines.push([]);
      length = indent.length;
    } else if (!isFirst) length++;
    lines.at(-1)?.push(joined(word.pieces));
    length += word.length;
  }
  const written = lines.map((line, i) => joined([i === 0 ? begin : indent, joined(line, terminal` `)]));
  return joined(written, terminal`\n`);
}

function words(text: Inlines): readonly Word[] {
  const found = [begun()];
  for (const inline of text) {
    const { text, style }: Inline = typeof inline === 'string' ? { text: inline } : inline;
    // Where no color tells code from words, backticks do.
    const seen = style === 'code' && !paints() ? `\`${text}\`` : text;
    for (const [index, piece] of seen.split(/\s/).entries()) {
      if (index > 0) found.push(begun());
      const word = found.at(-1);
      if (!word) continue;
      word.pieces.push(styled(piece, style));
      word.length += piece.length;
    }
  }
  return found.filter(({ length }) => length > 0);
}

function begun(): Word {
  return { pieces: [], length: 0 };
}

function styled(piece: string, style: Inline['style']): TerminalText {
  const words = printable(piece);
  if (piece === '' || style === undefined || style === 'emphasis') return words;
  return paint(style === 'code' ? 'cyan' : 'bold', words);
}
