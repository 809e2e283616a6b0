import { detach } from '../text/detach.ts';
import type { Catalog } from './catalog.ts';

/** A place in a text that names a criterion, a group of criteria or a point of focus of the Trust Services Criteria. */
export interface Citation {
  readonly form: 'criterion' | 'group' | 'point';
  /** In the catalog's own spelling; an id that does not exist is given in that form too. */
  readonly id: string;
  /** The words in the text: for a criterion inside a range such as CC6.1–CC6.4 those of the range. */
  readonly start: number;
  readonly end: number;
  /** Whether the id is written otherwise than in the catalog (`cc6.1`, `CC 6.1`), its own suffix or label aside. */
  readonly misspelled: boolean;
  /** The number of a point of focus, by its order. */
  readonly point?: number;
  /** Whether only its surroundings tell that it is ours: P1.1 and A1.2 are numbers of other things too. */
  readonly ambiguous: boolean;
  /** Where it begins what is written as a range and is none: the end of the words, and what is wrong with it. */
  readonly noRange?: { readonly end: number; readonly why: 'reversed' | 'mixed' };
}

/** What stands around the text: a value that should hold ids (`satisfies`), or prose that may mention some. */
export type CitationContext = 'value' | 'prose';

interface Token {
  readonly series: string;
  readonly group: number;
  /** Undefined for a group. */
  readonly number: number | undefined;
  readonly start: number;
  readonly end: number;
  readonly misspelled: boolean;
  readonly point: number | undefined;
}

const inProse = /(CC|cc|Cc|PI|[ACP])([ _-]?)(\d{1,2})(?:([._])(\d{1,2}))?/g;
const inValue = /([A-Za-z]{1,4})([ _-]?)(\d{1,2})(?:([._])(\d{1,2}))?/g;
/** The same, at one place. */
const hereInProse = new RegExp(inProse, 'y');
const hereInValue = new RegExp(inValue, 'y');
const ownSeries = /^(?:CC|PI|A|C|P)$/i;
const pointSuffix = /[-. ]?p(?:o)?f[- ]?(\d{1,2})(?![A-Za-z0-9])/iy;
const localSuffix = /(?:\.(?:\d{1,3}|[a-z])|[a-h])(?![A-Za-z0-9])/y;
const groupSuffix = /(?:\.[xX*]|[ -]series)(?![A-Za-z0-9])/y;
/** In prose an asterisk is markup: `*see CC6.*`. */
const groupSuffixInProse = /(?:\.[xX]|[ -]series)(?![A-Za-z0-9])/y;
// A dash that begins a line is the mark of a list.
const rangeSign = /(?:[ \t]{0,2}(?:\r?\n[ \t]*)?(?:to|through)|[ \t]{0,2}[-–—‑])[ \t]{0,2}(?:\r?\n[ \t]*)?/iy;
/** The end of `CC6.1-6.3`. */
const numberEnd = /(\d{1,2})\.(\d{1,2})(?![A-Za-z0-9]|\.\d)/y;
/** The end of `CC6.1–4`. */
const shortRangeEnd = /([-–—‑])(\d)(?![A-Za-z0-9_]|[.-]\d)/y;
/** What makes a hyphen the sign of a range and no part of a longer code. */
const rangeGoesOn =
  /(?:(?:CC|PI|[ACP])?\d{1,2}\.\d{1,2}(?![A-Za-z0-9]|\.\d)|(?:CC|PI|[ACP])\d{1,2}(?![A-Za-z0-9.]))/y;
/** No document cites so often; one that does is not to fill the memory. */
const mostCitations = 20_000;
/** Before a number of one letter: a part of a document. */
const partOfDocument = /\b(?:annex|appendix|table|figure|fig\.|section|clause|exhibit|sheet)[ \t]$/i;
const plainId = /^[A-Za-z]+[ _-]?\d+[._]\d+$/;

/**
 * The citations in text[start, end), in order; what stands around that part is not looked at. Ids are recognized in every
 * spelling met in real repositories (`cc6.1`, `CC 6.1`, `cc_6_1`, `CC6.1-POF2`, `CC6.1 - label`, `TSC:CC6.1`, `CC6.1.b`,
 * `CC6.1–CC6.4`, `CC6.1–4`); a range gives all its members, its ends at their own words. In prose an id that is part of a
 * longer code (`CC6.1-01`, `CTRL-CC6.1`) is that code's, a bare group counts only in the CC form, and a number of no series
 * of ours (`A9.2` of ISO 27001, `CC0` of Creative Commons) is somebody else's. Behind some 20,000 the rest is left out.
 */
export function citationsIn(
  text: string,
  start: number,
  end: number,
  context: CitationContext,
  catalog: Catalog,
): Citation[] {
  // A part of its own: a search in the whole text would run on behind the end, for every value anew.
  const part = text.slice(start, end);
  const found: Citation[] = [];
  const pattern = context === 'value' ? inValue : inProse;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match && found.length < mostCitations; match = pattern.exec(part)) {
    const token = tokenAt(part, match, context);
    if (!token || (context === 'prose' && !isOurs(token, catalog))) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    const { last, wrong } = rangeAfter(part, token, context, catalog) ?? {};
    if (last && !wrong) addRange(found, token, last, catalog);
    else found.push(citation(token, last && wrong && { end: last.end, why: wrong }));
    pattern.lastIndex = last && !wrong ? last.end : token.end;
  }
  return start === 0 ? found : found.map(one => moved(one, start));
}

/** Behind the number of a criterion: the first part of a suffix, a number or a letter. */
const suffixOfId = /^[A-Za-z]+[ _-]?\d+[._]\d+(?:\.(\d{1,3})|\.?([a-z]))(?:\.\w+)*$/;

/**
 * A citation as it is read where suffixes are the numbers of points of focus: `CC6.1.2` and `CC6.1.b` are the second point of
 * CC6.1. What has no suffix is as it was.
 */
export function withPointOfSuffix(citation: Citation, text: string): Citation {
  if (citation.form !== 'criterion') return citation;
  const [, number, letter] = suffixOfId.exec(text.slice(citation.start, citation.end)) ?? [];
  const point = number === undefined ? (letter?.charCodeAt(0) ?? 96) - 96 : Number(number);
  return (number ?? letter) ? { ...citation, form: 'point', point } : citation;
}

/** A citation, further on in the text. */
function moved(one: Citation, by: number): Citation {
  const { start, end, noRange } = one;
  const words = { ...one, start: start + by, end: end + by };
  return noRange ? { ...words, noRange: { ...noRange, end: noRange.end + by } } : words;
}

function tokenAt(text: string, match: RegExpExecArray, context: CitationContext): Token | undefined {
  return startsWord(text, match.index, context) ? tokenOf(text, match, context) : undefined;
}

/** What a match is, whatever stands before it. */
function tokenOf(text: string, match: RegExpExecArray, context: CitationContext): Token | undefined {
  const [whole, series = '', separator = '', group = '', dot, number] = match;
  const start = match.index;
  let end = start + whole.length;
  const own = ownSeries.test(series);
  const upper = series.toUpperCase();

  if (number === undefined) {
    if (separator !== '' || !own || isWordUnit(text.charCodeAt(end))) return undefined;
    if (context === 'prose' && upper !== 'CC') return undefined;
    const suffix = matchAt(context === 'prose' ? groupSuffixInProse : groupSuffix, text, end);
    if (!suffix && (joinsLongerCode(text, end) || /\.\d/.test(text.slice(end, end + 2)))) return undefined;
    if (suffix) end += suffix[0].length;
    return {
      series: upper,
      group: Number(group),
      number: undefined,
      start,
      end,
      misspelled: series !== upper,
      point: undefined,
    };
  }

  // A mistyped series (PP1.1) is written in one piece; `CIS 5.1` and `AC-2.1` are other frameworks'.
  if (context === 'value' && !own && (series !== upper || separator !== '')) return undefined;
  const isPart = upper.length === 1 && partOfDocument.test(text.slice(Math.max(0, start - 12), start));
  if (context === 'prose' && isPart) return undefined;
  if (context === 'prose' && separator !== '' && (upper !== 'CC' || Number(number) === 0)) return undefined;
  const point = matchAt(pointSuffix, text, end);
  if (point) {
    end += point[0].length;
  } else {
    for (let suffix = matchAt(localSuffix, text, end); suffix; suffix = matchAt(localSuffix, text, end))
      end += suffix[0].length;
    const next = text.charCodeAt(end);
    // In a value `CC6.1-01` and `CC6.1_access` are the criterion with a label: what else should stand there?
    if (context === 'prose' ? isWordUnit(next) || joinsLongerCode(text, end) : isLetterOrDigit(next)) {
      return undefined;
    }
  }
  const exact = `${upper}${Number(group)}.${Number(number)}`;
  return {
    series: upper,
    group: Number(group),
    // In prose and tables CC6.0 is how the series is headed.
    number: context === 'prose' && Number(number) === 0 ? undefined : Number(number),
    start,
    end,
    misspelled: own && whole !== exact && (dot !== undefined || separator !== ''),
    point: point ? Number(point[1]) : undefined,
  };
}

function citation(
  { series, group, number, start, end, misspelled, point }: Token,
  noRange?: Citation['noRange'],
): Citation {
  const id = detach(number === undefined ? `${series}${group}` : `${series}${group}.${number}`);
  const shared = {
    id,
    start,
    end,
    misspelled,
    ambiguous: series.length === 1,
    ...(noRange ? { noRange } : {}),
  };
  if (point !== undefined) return { form: 'point', ...shared, point };
  return { form: number === undefined ? 'group' : 'criterion', ...shared };
}

/** What is written as a range behind its first id. */
interface WrittenRange {
  readonly last: Token;
  /** Why it is none. */
  readonly wrong?: 'reversed' | 'mixed' | undefined;
}

/** What is written as a range that begins with the token. */
function rangeAfter(
  text: string,
  first: Token,
  context: CitationContext,
  catalog: Catalog,
): WrittenRange | undefined {
  const short = shortEndAfter(text, first, context, catalog);
  if (short) return { last: short };
  const [sign] = matchAt(rangeSign, text, first.end) ?? [];
  const last = sign === undefined ? undefined : endAfter(text, first, sign, context);
  if (sign === undefined || !last) return undefined;
  if (last.series === first.series && rank(last) > rank(first)) return { last };
  const wrong = wrongIn(first, last, sign, context);
  return wrong && { last, wrong };
}

/** The id behind the sign of a range, if one of the same form stands there: `CC6.4`, or `6.4` behind a dash. */
function endAfter(text: string, first: Token, sign: string, context: CitationContext): Token | undefined {
  const start = first.end + sign.length;
  const match = matchAt(context === 'value' ? hereInValue : hereInProse, text, start);
  const last = match ? tokenOf(text, match, context) : undefined;
  if (last) return (last.number === undefined) === (first.number === undefined) ? last : undefined;
  const bare = first.number !== undefined && !/[a-z]/i.test(sign) ? matchAt(numberEnd, text, start) : null;
  if (!bare) return undefined;
  const [whole, group, number] = bare;
  return {
    ...first,
    ...{ group: Number(group), number: Number(number), point: undefined },
    ...{ start, end: start + whole.length, misspelled: false },
  };
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
  const isMeant = context === 'value' || /^[-–—‑]$/.test(sign);
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

/** In prose a number is ours only in a series that exists, and spelled otherwise only if it exists itself: CC 4.0 is a license. */
function isOurs(token: Token, catalog: Catalog): boolean {
  return (
    catalog.group(`${token.series}${token.group}`) !== undefined &&
    (!token.misspelled || exists(token, catalog))
  );
}

function exists(token: Token, catalog: Catalog): boolean {
  const { form, id } = citation(token);
  return (form === 'group' ? catalog.group(id) : catalog.criterion(id)) !== undefined;
}

const rank = ({ group, number }: Pick<Token, 'group' | 'number'>): number => group * 100 + (number ?? 0);

/** An id of a catalog, taken apart. */
interface Member {
  readonly id: string;
  readonly series: string;
  readonly rank: number;
}

const members = new WeakMap<Catalog, { readonly criteria: Member[]; readonly groups: Member[] }>();

function membersOf(catalog: Catalog): { readonly criteria: Member[]; readonly groups: Member[] } {
  let known = members.get(catalog);
  if (!known) {
    const apart = ({ id }: { readonly id: string }): Member[] => {
      const [, series, group, number = '0'] = /^([A-Z]+)(\d+)(?:\.(\d+))?$/.exec(id) ?? [];
      if (series === undefined) return [];
      return [{ id, series, rank: rank({ group: Number(group), number: Number(number) }) }];
    };
    known = { criteria: catalog.criteria.flatMap(apart), groups: catalog.groups.flatMap(apart) };
    members.set(catalog, known);
  }
  return known;
}

function addRange(found: Citation[], first: Token, last: Token, catalog: Catalog): void {
  found.push(citation(first));
  const { criteria, groups } = membersOf(catalog);
  const form = first.number === undefined ? 'group' : 'criterion';
  // Behind an end that no series has, nothing tells what lies between.
  const exists = catalog.group(`${last.series}${last.group}`) !== undefined;
  const words = {
    start: first.start,
    end: last.end,
    misspelled: false,
    ambiguous: first.series.length === 1,
  };
  for (const { id, series, rank: place } of !exists ? [] : form === 'group' ? groups : criteria) {
    if (series === first.series && place > rank(first) && place < rank(last))
      found.push({ form, id, ...words });
  }
  found.push(citation(last));
}

function startsWord(text: string, start: number, context: CitationContext): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  if (context === 'value') return !isLetterOrDigit(before);
  if (isWordUnit(before)) return false;
  const sign = text[start - 1];
  if (sign === '.' || sign === '@' || sign === '#' || sign === '\\') return false;
  // CC6.1/CC6.2 is a list; docs/CC6.1 is a path. TSC-CC6.1 is ours; CTRL-CC6.1 is somebody's own code.
  if (sign === '/') return /(?:[\d\s)]|TSC)\/$/.test(text.slice(Math.max(0, start - 4), start));
  if (sign === '-') return /(?:TSC|SOC ?2|\s)-$/.test(text.slice(Math.max(0, start - 6), start));
  return true;
}

/** Whether what follows makes the id a part of a longer code: CC6.1-01, CC6.1-AB. A range or a point does not. */
function joinsLongerCode(text: string, end: number): boolean {
  if (text[end] !== '-') return false;
  if (!/[A-Z0-9]/.test(text.charAt(end + 1))) return false;
  return !matchAt(rangeGoesOn, text, end + 1);
}

function isWordUnit(unit: number): boolean {
  return isLetterOrDigit(unit) || unit === 95;
}

function isLetterOrDigit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
