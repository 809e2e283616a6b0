import { largest } from '../text/lists.ts';

declare const isMarkdown: unique symbol;

/**
 * Text that is marked up. Only this file makes it: out of signs of our own, and of words in which no sign is one. So text of
 * the workspace does not fit where this is wanted, until it is escaped.
 */
export type Markdown = string & { readonly [isMarkdown]: true };

function marked(text: string): Markdown {
  return text as Markdown;
}

/** Markdown as it is written here, with other Markdown in it. */
export function markdown(signs: TemplateStringsArray, ...parts: readonly Markdown[]): Markdown {
  return marked(String.raw({ raw: signs }, ...parts));
}

/** Several pieces in a row. */
export function joined(parts: readonly Markdown[], between: Markdown = markdown``): Markdown {
  return marked(parts.join(between));
}

/**
 * Signs that pair up with others. They are written by their numbers, for readers differ in how far a backslash goes: marked, with
 * which VS Code draws hovers, takes it off in the words of a link and reads them once more.
 */
const pairing = /[`*[\]<]/g;
/**
 * Other signs that mean something (CommonMark 0.31.2, GitHub's tables, its strikethrough and its formulas): wherever they stand,
 * and in an entity, as emphasis, before a link, at the end of a heading, and in what GitHub's Markdown makes a link by itself
 * (addresses of sites and of people).
 */
const signs =
  /[\\~|$@]|&(?=#?\w+;)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|!$|(?<= )#(?=#* ?$)|:(?=\/\/)|(?<=[Ww]{3})\./g;

/**
 * Words as text, on one line: no sign in them means anything to Markdown, in a paragraph, a heading, a list, a table or the
 * words of a link. Texts that stand next to each other are escaped as one, and the start of a line by `line`.
 */
export function escaped(text: string): Markdown {
  return marked(
    oneLine(text)
      .replace(signs, '\\$&')
      .replace(pairing, sign => `&#${sign.charCodeAt(0)};`),
  );
}

/** A line of a block: what would begin a list, a heading or a quote there does not. */
export function line(words: Markdown): Markdown {
  return marked(
    words
      .trim()
      .replace(/^(?:>|[-+#](?![A-Za-z0-9])|\d+[.)](?=\s|$))/, sign => `${sign.slice(0, -1)}\\${sign.at(-1)}`),
  );
}

/** A code span between more backticks than its text has in a row (CommonMark 0.31.2, section 6.1). For no table: a bar ends its cell. */
export function codeSpan(text: string): Markdown {
  const words = oneLine(text);
  const ticks = '`'.repeat(longestFence(words) + 1);
  const space = /^`|`$|^ .* $/.test(words) ? ' ' : '';
  return marked(`${ticks}${space}${words}${space}${ticks}`);
}

/** A block of code, in a fence longer than any in the text, so that an example with code in it stays whole. */
export function fenced(text: string): Markdown {
  const fence = '`'.repeat(Math.max(3, longestFence(text) + 1));
  return marked(`${fence}\n${text}\n${fence}`);
}

/** A URI as the destination of a link: what would end it, or be read as something else, is written as URIs write it. */
export function destination(uri: string): Markdown {
  return marked(
    uri
      .replace(/[<>"\\&\p{Cc}\s]/gu, encodeURIComponent)
      .replace(/[()]/g, sign => (sign === '(' ? '%28' : '%29')),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function longestFence(text: string): number {
  return largest(
    0,
    [...text.matchAll(/`+/g)].map(([ticks]) => ticks.length),
  );
}
