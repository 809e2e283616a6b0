// Running text as it is written to a terminal: with its styles, and broken at its words.
import type { Inline, Inlines, Tone } from '../core/pages/page.ts';
import { paints } from './terminalAbilities.ts';
import { joined, paint, printable, type TerminalText, terminal } from './terminalText.ts';

/** A word as it is written to the terminal, and how many characters of it are seen. */
interface Word {
  readonly pieces: TerminalText[];
  length: number;
}

/**
 * Breaks a text at its words into lines no wider than asked for, where its words are not.
 * @param begin what the first line begins with; the others are indented as far
 */
export function broken(text: Inlines, begin: Seen, width: number): TerminalText {
  const lines: TerminalText[][] = [[]];
  let { length } = begin;
  for (const word of words(text)) {
    const isFirst = lines.at(-1)?.length === 0;
    if (!isFirst && length + 1 + word.length > width) {
      lines.push([]);
      length = begin.length;
    } else if (!isFirst) length++;
    lines.at(-1)?.push(joined(word.pieces));
    length += word.length;
  }
  const indent = spaces(begin.length);
  const written = lines.map((line, i) => joined([i === 0 ? begin.text : indent, joined(line, terminal` `)]));
  return joined(written, terminal`\n`);
}

/** Text as it is written to the terminal, and how many characters of it are seen. */
export interface Seen {
  readonly text: TerminalText;
  readonly length: number;
}

/** Text without a style. */
export function plain(text: TerminalText): Seen {
  return { text, length: text.length };
}

/** So many spaces. */
export function spaces(count: number): TerminalText {
  return printable(' '.repeat(count));
}

/** A text on one line, however long it is. */
export function onOneLine(text: Inlines): Seen {
  const all = words(text);
  const length = all.reduce((sum, word) => sum + word.length, Math.max(0, all.length - 1));
  return {
    text: joined(
      all.map(({ pieces }) => joined(pieces)),
      terminal` `,
    ),
    length,
  };
}

function words(text: Inlines): readonly Word[] {
  const found = [begun()];
  for (const inline of text) {
    const { text, style, tone }: Inline = typeof inline === 'string' ? { text: inline } : inline;
    // Where no color tells code from words, backticks do.
    const seen = style === 'code' && !paints() ? `\`${text}\`` : text;
    for (const [index, piece] of seen.split(/\s/).entries()) {
      if (index > 0) found.push(begun());
      const word = found.at(-1);
      if (!word) continue;
      word.pieces.push(styled(piece, style, tone));
      word.length += piece.length;
    }
  }
  return found.filter(({ length }) => length > 0);
}

function begun(): Word {
  return { pieces: [], length: 0 };
}

const colorOf = { bad: 'red', begun: 'yellow', advanced: 'cyan', furthest: 'bold', aside: 'gray' } as const;

function styled(piece: string, style: Inline['style'], tone: Tone | undefined): TerminalText {
  const words = printable(piece);
  if (piece === '') return words;
  if (tone) return toned(piece, tone);
  if (style === undefined || style === 'emphasis') return words;
  return paint(style === 'code' ? 'cyan' : 'bold', words);
}

/** Words in the color of how well what they say is going. */
export function toned(words: string, tone: Tone | undefined): TerminalText {
  return tone ? paint(colorOf[tone], printable(words)) : printable(words);
}
