import { paint, printable } from './terminal.ts';

/** Longer lines are hard to follow, however wide the terminal. */
const WIDEST = 100;

/** A word as it is written to the terminal, and how many characters of it are seen. */
interface Word {
  readonly written: string;
  readonly length: number;
}

/**
 * Markdown as it is read on a terminal: headings, emphasis and code stand out, and paragraphs and lists are broken at words.
 * Knows what our own pages use; anything else stays as it is written.
 * @param columns how wide the terminal is
 */
export function readable(markdown: string, columns: number): string {
  const width = Math.min(columns, WIDEST);
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n').map(printable)) {
    const [ticks] = /^`{3,}/.exec(line) ?? [];
    if (fence === undefined && ticks !== undefined) fence = ticks;
    else if (fence === undefined) lines.push(...prose(line, width));
    else if (line === fence) fence = undefined;
    else lines.push(`    ${paint('cyan', line)}`);
  }
  return lines.join('\n');
}

function prose(line: string, width: number): string[] {
  const [, heading] = /^#+ (.*)$/.exec(line) ?? [];
  if (heading !== undefined) return [paint('bold', heading)];
  const [, indent = '', item] = /^( *)- (.*)$/.exec(line) ?? [];
  if (item === undefined) return broken(line, '', '', width);
  return broken(item, `  ${indent}• `, `  ${indent}  `, width);
}

/** Breaks a text at its words into lines no wider than asked for, where its words are not. */
function broken(text: string, begin: string, indent: string, width: number): string[] {
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
  return [...lines, line.written];
}

function words(text: string): Word[] {
  const found: Word[] = [];
  let word: Word = { written: '', length: 0 };
  for (const [whole, code, strong] of text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|[^`*]+|[`*]/g)) {
    const seen = code ?? strong ?? whole;
    for (const [index, piece] of seen.split(' ').entries()) {
      if (index > 0) {
        found.push(word);
        word = { written: '', length: 0 };
      }
      const styled =
        code !== undefined ? paint('cyan', piece) : strong !== undefined ? paint('bold', piece) : piece;
      word = { written: word.written + styled, length: word.length + piece.length };
    }
  }
  return [...found, word].filter(({ length }) => length > 0);
}
