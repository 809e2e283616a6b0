// Ids with characters that only look like those of ids, or that keyboards and fonts mix up with them.
import type { Catalog } from './catalog.ts';
import type { CitationContext } from './citationTokens.ts';

/** Letters of other alphabets, at the letter that each looks like; every one of them is one UTF-16 unit. */
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    A: 'АΑ',
    C: 'СϹ',
    I: 'ІӀΙ',
    P: 'РΡ',
    a: 'а',
    c: 'сϲ',
    i: 'і',
    p: 'рρ',
    '.': '．․',
  }).flatMap(([plain, alike]) => [...alike].map(one => [one, plain] as const)),
);
/** The digits and letters of full width, and the digits of Arabic and Persian. */
const wide = '０-９Ａ-Ｚａ-ｚ';
const otherDigits = '٠-٩۰-۹';
const alike = `${[...letters.keys()].join('')}${wide}${otherDigits}`;
const lookAlike = new RegExp(`[${alike}]`);
const lookAlikes = new RegExp(lookAlike, 'g');
/** What may be an id of the common criteria in prose: in other alphabets, single letters with numbers are anything. */
const commonId = new RegExp(
  `(?:[CcСсϹϲＣｃ]){2}[ \\u00a0-]?[\\d${wide}${otherDigits}]{1,2}[.．․][\\d${wide}${otherDigits}]{1,2}`,
  'g',
);
/** An id with a comma for its period, or letters for its digits (`CC6,1`, `CC6.O`, `CC6.l`). */
const slipped =
  /(?<![A-Za-z\d])(CC|cc|Cc|PI|pi|[ACPacp])([ -]?)([\dOolI]{1,2})([.,])([\dOolI]{1,2})(?![A-Za-z\d,]|[.,]\d)/g;

/** What every such slip has, and few values have: a letter for a digit, or a comma between digits. */
const maySlip = /[OolI]|\d,\d/;

/** Whether words have a character that only looks like one of an id. */
export function hasLookAlike(words: string): boolean {
  return lookAlike.test(words);
}

/**
 * A text with its ids in plain letters and digits, as long as it was: every offset stays what it is. In prose that is done only
 * to what is surely an id.
 */
export function withPlainIds(text: string, context: CitationContext, catalog: Catalog): string {
  const plain = !lookAlike.test(text)
    ? text
    : context === 'value'
      ? plainOf(text)
      : text.replace(commonId, words => plainOf(words));
  return context === 'value' && maySlip.test(plain) ? withoutSlips(plain, catalog) : plain;
}

function plainOf(text: string): string {
  return text.replace(
    lookAlikes,
    one => letters.get(one) ?? one.normalize('NFKC').replace(/[^\x21-\x7e]/, digitOf),
  );
}

function digitOf(digit: string): string {
  return String(digit.charCodeAt(0) % 16);
}

function withoutSlips(text: string, catalog: Catalog): string {
  return text.replace(
    slipped,
    (words: string, series: string, joint: string, group: string, _dot: string, number: string) => {
      const [ofGroup, ofNumber] = [digits(group), digits(number)];
      const exists = catalog.group(`${series.toUpperCase()}${ofGroup}`) !== undefined;
      return exists ? `${series}${joint}${ofGroup}.${ofNumber}` : words;
    },
  );
}

function digits(written: string): string {
  return written.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
}
