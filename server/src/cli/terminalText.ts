import { isWatched, paints } from './terminalAbilities.ts';

declare const isTerminalText: unique symbol;

/**
 * Text that may go to a terminal: it obeys nothing in it but our own styles and line ends. Only this file makes it, so text of
 * the workspace, or of the command line, does not fit where this is wanted, until it is made printable.
 */
export type TerminalText = string & { readonly [isTerminalText]: true };

function written(text: string): TerminalText {
  return text as TerminalText;
}

/** Text for a terminal as it is written here, with numbers and other such text in it. */
export function terminal(
  words: TemplateStringsArray,
  ...parts: readonly (TerminalText | number)[]
): TerminalText {
  return written(String.raw({ raw: words }, ...parts));
}

/** Several pieces in a row. */
export function joined(parts: Iterable<TerminalText>, between: TerminalText = terminal``): TerminalText {
  return written([...parts].join(between));
}

/**
 * What a terminal obeys, or shows nothing of: controls, marks of writing direction and other format characters, separators of
 * lines, and whatever else Unicode has for no more than its effect (Default_Ignorable_Code_Point) but for the selectors of a
 * character's variants, which belong to many emoji.
 */
const unprintable = /(?![\ufe00-\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A line of text, of the same length in UTF-16, with nothing in it that a terminal would obey, or hide. Tabs stay. */
export function printable(text: string): TerminalText {
  return written(text.replace(unprintable, sign => (sign === '\t' ? sign : '\ufffd'.repeat(sign.length))));
}

/** The same of several lines, whose ends stay. */
export function printableLines(text: string): TerminalText {
  return joined(text.split(/(\r?\n)/).map((line, i) => (i % 2 === 1 ? written(line) : printable(line))));
}

/** What is handed out for others to read it, as it is; on a terminal with nothing in it that it would obey. */
export function handedOut(text: string): TerminalText {
  return isWatched() ? printableLines(text) : written(text);
}

/** A value as JSON, a line end behind it. It has the very same characters, those that a terminal would obey by their numbers. */
export function json(value: unknown): TerminalText {
  return terminal`${jsonPart(value)}\n`;
}

/** A value as a part of such JSON: without a line end behind it, its further lines indented by so many spaces more. */
export function jsonPart(value: unknown, indent = 0): TerminalText {
  const lineEnd = `\n${' '.repeat(indent)}`;
  // Line ends stand only between the parts of JSON.
  const numbered = (sign: string) =>
    sign === '\n' ? lineEnd : [...Array(sign.length).keys()].map(i => unit(sign, i)).join('');
  return written(JSON.stringify(value, undefined, 2).replace(unprintable, numbered));
}

function unit(sign: string, i: number): string {
  return `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`;
}

/** The codes that begin and end a style (ECMA-48, SGR). */
const styles = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
  gray: [90, 39],
} as const;

/** Text with a style, where standard output is a terminal that wants color (no-color.org). */
export function paint(style: keyof typeof styles, text: TerminalText): TerminalText {
  if (!paints()) return text;
  const [begin, end] = styles[style];
  return terminal`\u001b[${begin}m${text}\u001b[${end}m`;
}
