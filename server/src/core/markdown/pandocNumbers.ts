import { AT, CLOSE_PAREN, DOT, HASH, isDigit, isSpaceOrTab, OPEN_PAREN, skipSpaces } from './characters.ts';
import type { ListMark } from './dialect.ts';

/** How the items of a list are numbered, as bits. */
const decimal = 1;
const lowerAlpha = 2;
const lowerRoman = 4;
const upperAlpha = 8;
const upperRoman = 16;
/** `@` or `@name`: numbered through the whole document. */
const example = 32;
/** `#`, which goes on with a list of any style. */
const unstated = 64;
const anyStyle = 127;

/** What stands around a number, as the shift that makes a style the kind of a list: `1.`, `1)`, and `(1)`. */
const inPeriod = 0;
const inParen = 7;
const inParens = 14;

/** A number in front of an item. */
interface ItemNumber {
  readonly end: number;
  /** The style of the list that it begins. */
  readonly begins: number;
  /** The styles of lists that it goes on with. */
  readonly continues: number;
}

const exampleName = /@(?:[\p{L}\p{N}]|[_-](?=[\p{L}\p{N}]))*/uy;
const romanLetter = /[ivxlcdm]/i;
const roman = /^m*(?:cm)?d?(?:cd)?c*(?:xc)?l?(?:xl)?x*(?:ix)?v?(?:iv)?i*$/i;
/** Longer ones are no numbers that somebody wrote. */
const longestRoman = 15;
/** A page number, with the digits behind it. */
const page = /p\.[ \t]\d/y;

/**
 * The mark of a numbered item as Pandoc reads it (fancy lists and example lists, `Text.Pandoc.Readers.Markdown`,
 * `orderedListStart`); undefined where there is none. A capital letter with a period may be an initial, so that two spaces
 * have to stand behind it.
 */
export function numberMarkAt(text: string, at: number, end: number): ListMark | undefined {
  const isOpened = text.charCodeAt(at) === OPEN_PAREN;
  const number = numberAt(text, isOpened ? at + 1 : at, end);
  if (!number || number.end === end) return;
  const closing = text.charCodeAt(number.end);
  if (closing !== CLOSE_PAREN && (closing !== DOT || isOpened)) return;
  const behind = number.end + 1;
  if (behind < end && !isSpaceOrTab(text.charCodeAt(behind))) return;
  const delimiter = closing === DOT ? inPeriod : isOpened ? inParens : inParen;
  if (closing === DOT) {
    page.lastIndex = at;
    if (page.test(text)) return;
    if (mayBeInitial(number, at) && !isFarFromContent(text, behind, end)) return;
  }
  const isOne = number.begins === decimal && !isOpened && text.startsWith('1', at) && number.end === at + 1;
  return {
    length: behind - at,
    begins: number.begins << delimiter,
    continues: number.continues << delimiter,
    interrupts: isOne && skipSpaces(text, behind, end) < end ? 'all' : 'inLists',
    ...(number.begins === example ? { size: 4 } : {}),
  };
}

function numberAt(text: string, at: number, end: number): ItemNumber | undefined {
  const code = text.charCodeAt(at);
  if (isDigit(code)) {
    let last = at + 1;
    while (last < end && isDigit(text.charCodeAt(last))) last++;
    return { end: last, begins: decimal, continues: decimal | unstated };
  }
  if (code === HASH) return { end: at + 1, begins: unstated, continues: anyStyle };
  if (code === AT) {
    exampleName.lastIndex = at;
    return { end: at + (exampleName.exec(text)?.[0].length ?? 1), begins: example, continues: example };
  }
  return letterAt(text, at, end);
}

/** A letter, or a roman number of several. */
function letterAt(text: string, at: number, end: number): ItemNumber | undefined {
  const first = text.charAt(at);
  const isLower = first >= 'a' && first <= 'z';
  if (!isLower && !(first >= 'A' && first <= 'Z')) return;
  const [alpha, romans] = isLower ? [lowerAlpha, lowerRoman] : [upperAlpha, upperRoman];
  const behind = text.charCodeAt(at + 1);
  if (behind === DOT || behind === CLOSE_PAREN) {
    const begins = first === 'i' || first === 'I' ? romans : alpha;
    return { end: at + 1, begins, continues: romanLetter.test(first) ? alpha | romans : alpha };
  }
  let last = at;
  const longest = Math.min(end, at + longestRoman);
  while (last < longest && romanLetter.test(text.charAt(last))) last++;
  const number = text.slice(at, last);
  const isOneCase = number === (isLower ? number.toLowerCase() : number.toUpperCase());
  return isOneCase && number !== '' && roman.test(number)
    ? { end: last, begins: romans, continues: romans }
    : undefined;
}

function mayBeInitial({ begins, end }: ItemNumber, at: number): boolean {
  return end === at + 1 && (begins === upperAlpha || begins === upperRoman);
}

/** Whether two spaces, or nothing, stand behind a mark. */
function isFarFromContent(text: string, behind: number, end: number): boolean {
  return (
    behind >= end || behind + 1 === end || isSpaceOrTab(text.charCodeAt(behind + 1)) || text[behind] === '\t'
  );
}
