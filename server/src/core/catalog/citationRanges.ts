import type { Catalog } from './catalog.ts';
import {
  type CitationContext,
  exists,
  matchAt,
  ownSeries,
  rank,
  type Token,
  tokenHere,
} from './citationTokens.ts';

/** Dashes of all kinds, as characters and as HTML writes them. */
const dash = '(?:[-–—‑‐‒−]{1,3}|&(?:[nm]dash|minus|#821[0-3]|#x201[0-4]);)';
// A dash that begins a line is the mark of a list.
const rangeSign = new RegExp(
  `(?:[ \\t\\u00a0]{0,2}(?:\\r?\\n[ \\t]*)?(?:to|through|thru)|[ \\t\\u00a0]{0,2}(?:${dash}|\\.{2,3}|…))[ \\t\\u00a0]{0,2}(?:\\r?\\n[ \\t]*)?`,
  'iy',
);
/** A sign without space, which in prose is surely that of a range. */
const closeSign = new RegExp(`^(?:${dash}|\\.{2,3}|…)$`);
/** The end of `CC6.1-6.3`. */
const numberEnd = /(\d{1,2})\.(\d{1,2})(?![A-Za-z0-9]|\.\d)/y;
/** The end of `CC6.1–4`. */
const shortRangeEnd = /([-–—‑‐‒−])(\d)(?![A-Za-z0-9_]|[.-]\d)/y;
const plainId = /^[A-Za-z]+[^A-Za-z\d.]?\d+[._]\d+$/;

/** What is written as a range behind its first id. */
interface WrittenRange {
  readonly last: Token;
  /** Why it is none. */
  readonly wrong?: 'reversed' | 'mixed' | undefined;
}

/** What is written as a range that begins with the token. */
export function rangeAfter(
  text: string,
  first: Token,
  context: CitationContext,
  catalog: Catalog,
): WrittenRange | undefined {
  const short = shortEndAfter(text, first, context, catalog);
  if (short) return { last: short };
  const sign = rangeSignAt(text, first.end);
  // In prose dots with space around them are an omission.
  const isSign = sign !== undefined && (context === 'value' || !/^\s*[.…]+\s|^\s+[.…]/.test(sign));
  const last = isSign ? endAfter(text, first, sign, context) : undefined;
  if (sign === undefined || !last) return undefined;
  if (last.series === first.series && rank(last) > rank(first)) return { last };
  if (isLaterPoint(first, last)) return { last };
  const wrong = wrongIn(first, last, sign, context);
  return wrong && { last, wrong };
}

/** Whether the ends are points of one criterion: `CC6.1-POF1 to CC6.1-POF3`. */
function isLaterPoint(first: Token, last: Token): boolean {
  return (
    last.series === first.series && rank(last) === rank(first) && (last.point ?? 0) > (first.point ?? 99)
  );
}

/** The id behind the sign of a range, if one of the same form stands there: `CC6.4`, or `6.4` behind a dash. */
function endAfter(text: string, first: Token, sign: string, context: CitationContext): Token | undefined {
  const start = first.end + sign.length;
  const last = tokenHere(text, start, context);
  const isCriterion = first.number !== undefined || first.isHeading === true;
  if (last) return (last.number !== undefined) === isCriterion ? last : undefined;
  const bare = isCriterion && !/^[^&]*[a-z]/i.test(sign) ? matchAt(numberEnd, text, start) : null;
  return bare ? withNumbers(first, bare) : undefined;
}

/** The token that has only its numbers written, of the series of another. */
function withNumbers(other: Token, { 0: whole, 1: group, 2: number, index: start }: RegExpExecArray): Token {
  const numbers = { group: Number(group), number: Number(number), point: undefined };
  return { ...other, ...numbers, start, end: start + whole.length, misspelled: false };
}

/**
 * What is wrong with two ids that are joined like the ends of a range: their order, or that they are of two series. In prose
 * dashes and `to` join ids for other reasons too; there only a dash without space means a range.
 */
function wrongIn(
  first: Token,
  last: Token,
  sign: string,
  context: CitationContext,
): 'reversed' | 'mixed' | undefined {
  if (last.series !== first.series) {
    return context === 'value' && ownSeries.test(last.series) ? 'mixed' : undefined;
  }
  const isMeant = context === 'value' || closeSign.test(sign);
  return isMeant && rank(last) < rank(first) ? 'reversed' : undefined;
}

/** The end of `CC6.1–4`. With a hyphen it is one in values only (`CC6.1-2` in prose is a code), and never `CC6.1-01`. */
function shortEndAfter(
  text: string,
  first: Token,
  context: CitationContext,
  catalog: Catalog,
): Token | undefined {
  const match = matchAt(shortRangeEnd, text, first.end);
  if (!match || !plainId.test(text.slice(first.start, first.end))) return undefined;
  const isHyphen = match[1] === '-';
  if (context === 'prose' && isHyphen) return undefined;
  const [start, end] = [first.end + 1, first.end + match[0].length];
  const number = Number(match[2]);
  const last: Token = { ...first, number, start, end, misspelled: false, point: undefined };
  const isEnd = rank(last) > rank(first) && (exists(last, catalog) || (context === 'value' && !isHyphen));
  return isEnd ? last : undefined;
}

/** What stands between the numbers of a list whose ids are written short: `CC7.1, 7.2 and 7.3`. */
const listed =
  /[ \t\u00a0]*(?:[,;/&+|]|(?:,[ \t]*)?\b(?:and|or)\b)[ \t\u00a0]*(?:\r?\n[ \t]*)?(?:(?:and|or)[ \t]+)?(?=\d)/iy;
/** What makes a number one of something else: `CC7.1, 7.2 % of ...`. */
const quantity =
  /[ \t\u00a0]*(?:%|[kmg]?b\b|x\b|(?:percent|thousand|million|billion|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b)/iy;

/**
 * The number behind a criterion that is one of its list, without the letters of its series. In prose that is surely meant only
 * of an existing criterion further on in the same group.
 */
export function listedAfter(
  text: string,
  before: Token,
  context: CitationContext,
  catalog: Catalog,
): Token | undefined {
  if (before.number === undefined) return undefined;
  const sign = matchAt(listed, text, before.end)?.[0];
  const bare = sign === undefined ? null : matchAt(numberEnd, text, before.end + sign.length);
  if (!bare) return undefined;
  const next = withNumbers(before, bare);
  if (matchAt(quantity, text, next.end)) return undefined;
  if (context === 'value') return next;
  const isMeant = next.group === before.group && rank(next) > rank(before) && exists(next, catalog);
  return isMeant ? next : undefined;
}

/** The sign of a range at an offset, such as ` to ` or a dash, with the blanks around it; undefined where none stands there. */
export function rangeSignAt(text: string, at: number): string | undefined {
  return matchAt(rangeSign, text, at)?.[0];
}
