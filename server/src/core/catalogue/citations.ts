import { detach } from '../text/detach.ts';
import type { Catalogue } from './catalogue.ts';

/** A place in a text that names a criterion, a group of criteria or a point of focus of the Trust Services Criteria. */
export interface Citation {
  readonly form: 'criterion' | 'group' | 'point';
  /** In the catalogue's own spelling; an id that does not exist is given in that form too. */
  readonly id: string;
  /** The words in the text: for a criterion inside a range such as CC6.1–CC6.4 those of the range. */
  readonly start: number;
  readonly end: number;
  /** Whether the id is written otherwise than in the catalogue (`cc6.1`, `CC 6.1`), its own suffix or label aside. */
  readonly misspelt: boolean;
  /** The number of a point of focus, by its order. */
  readonly point?: number;
  /** Whether only its surroundings tell that it is ours: P1.1 and A1.2 are numbers of other things too. */
  readonly ambiguous: boolean;
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
  readonly misspelt: boolean;
  readonly point: number | undefined;
}

const inProse = /(CC|cc|Cc|PI|[ACP])([ _-]?)(\d{1,2})(?:([._])(\d{1,2}))?/g;
const inValue = /([A-Za-z]{1,4})([ _-]?)(\d{1,2})(?:([._])(\d{1,2}))?/g;
const ownSeries = /^(?:CC|PI|A|C|P)$/i;
const pointSuffix = /[-. ]?p(?:o)?f[- ]?(\d{1,2})(?![A-Za-z0-9])/iy;
const localSuffix = /(?:\.(?:\d{1,3}|[a-z])|[a-h])(?![A-Za-z0-9])/y;
const groupSuffix = /(?:\.[xX*]|[ -]series)(?![A-Za-z0-9])/y;
/** In prose an asterisk is markup: `*see CC6.*`. */
const groupSuffixInProse = /(?:\.[xX]|[ -]series)(?![A-Za-z0-9])/y;
// A dash that begins a line is the mark of a list.
const rangeSign = /(?:[ \t]{0,2}(?:\r?\n[ \t]*)?(?:to|through)|[ \t]{0,2}[-–—‑])[ \t]{0,2}(?:\r?\n[ \t]*)?/y;
const rangeEnd = /(CC|PI|[ACP])?(\d{1,2})\.(\d{1,2})(?![A-Za-z0-9]|\.\d)/y;
const groupRangeEnd = /(CC|PI|[ACP])(\d{1,2})(?![A-Za-z0-9.])/y;
const shortRangeEnd = /([-–—‑])(\d)(?![A-Za-z0-9_]|[.-]\d)/y;
/** No document cites so often; one that does is not to fill the memory. */
const mostCitations = 20_000;
/** Before a number of one letter: a part of a document. */
const partOfDocument = /\b(?:annex|appendix|table|figure|fig\.|section|clause|exhibit|sheet)[ \t]$/i;
const plainId = /^[A-Za-z]+[ _-]?\d+[._]\d+$/;

/**
 * The citations in text[start, end), in order; what stands around that part is not looked at. Ids are recognised in every
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
  catalogue: Catalogue,
): Citation[] {
  // A part of its own: a search in the whole text would run on behind the end, for every value anew.
  const part = text.slice(start, end);
  const found: Citation[] = [];
  const pattern = context === 'value' ? inValue : inProse;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match && found.length < mostCitations; match = pattern.exec(part)) {
    const token = tokenAt(part, match, context);
    if (!token || (context === 'prose' && !isOurs(token, catalogue))) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    const last = rangeEndAfter(part, token, context, catalogue);
    if (last) addRange(found, token, last, catalogue);
    else found.push(citation(token));
    pattern.lastIndex = (last ?? token).end;
  }
  return start === 0 ? found : found.map(one => ({ ...one, start: one.start + start, end: one.end + start }));
}

function tokenAt(text: string, match: RegExpExecArray, context: CitationContext): Token | undefined {
  const [whole, series = '', separator = '', group = '', dot, number] = match;
  const start = match.index;
  if (!startsWord(text, start, context)) return undefined;
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
      misspelt: series !== upper,
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
    misspelt: own && whole !== exact && (dot !== undefined || separator !== ''),
    point: point ? Number(point[1]) : undefined,
  };
}

function citation({ series, group, number, start, end, misspelt, point }: Token): Citation {
  const id = detach(number === undefined ? `${series}${group}` : `${series}${group}.${number}`);
  const shared = { id, start, end, misspelt, ambiguous: series.length === 1 };
  if (point !== undefined) return { form: 'point', ...shared, point };
  return { form: number === undefined ? 'group' : 'criterion', ...shared };
}

/** The other end of a range that begins with the token, when both ends are of one series and in order. */
function rangeEndAfter(
  text: string,
  first: Token,
  context: CitationContext,
  catalogue: Catalogue,
): Token | undefined {
  const short = shortEndAfter(text, first, context, catalogue);
  if (short) return short;
  const sign = matchAt(rangeSign, text, first.end);
  if (!sign) return undefined;
  const start = first.end + sign[0].length;
  const isWord = /[a-z]/.test(sign[0]);
  const match = matchAt(first.number === undefined ? groupRangeEnd : rangeEnd, text, start);
  if (!match) return undefined;
  const [whole, series, group = '', number] = match;
  if (series === undefined ? isWord : series !== first.series) return undefined;
  const end = start + whole.length;
  const numbers = { group: Number(group), number: number === undefined ? undefined : Number(number) };
  const last: Token = { ...first, ...numbers, start, end, misspelt: false, point: undefined };
  return rank(last) > rank(first) ? last : undefined;
}

/** The end of `CC6.1–4`. With a hyphen it is one in values only (`CC6.1-2` in prose is a code), and never `CC6.1-01`. */
function shortEndAfter(
  text: string,
  first: Token,
  context: CitationContext,
  catalogue: Catalogue,
): Token | undefined {
  if (!plainId.test(text.slice(first.start, first.end))) return undefined;
  const match = matchAt(shortRangeEnd, text, first.end);
  if (!match || (context === 'prose' && match[1] === '-')) return undefined;
  const [start, end] = [first.end + 1, first.end + match[0].length];
  const number = Number(match[2]);
  const last: Token = { ...first, number, start, end, misspelt: false, point: undefined };
  return rank(last) > rank(first) && exists(last, catalogue) ? last : undefined;
}

/** In prose a number is ours only in a series that exists, and spelt otherwise only if it exists itself: CC 4.0 is a licence. */
function isOurs(token: Token, catalogue: Catalogue): boolean {
  return (
    catalogue.group(`${token.series}${token.group}`) !== undefined &&
    (!token.misspelt || exists(token, catalogue))
  );
}

function exists(token: Token, catalogue: Catalogue): boolean {
  const { form, id } = citation(token);
  return (form === 'group' ? catalogue.group(id) : catalogue.criterion(id)) !== undefined;
}

const rank = ({ group, number }: Pick<Token, 'group' | 'number'>): number => group * 100 + (number ?? 0);

/** An id of a catalogue, taken apart. */
interface Member {
  readonly id: string;
  readonly series: string;
  readonly rank: number;
}

const members = new WeakMap<Catalogue, { readonly criteria: Member[]; readonly groups: Member[] }>();

function membersOf(catalogue: Catalogue): { readonly criteria: Member[]; readonly groups: Member[] } {
  let known = members.get(catalogue);
  if (!known) {
    const apart = ({ id }: { readonly id: string }): Member[] => {
      const [, series, group, number = '0'] = /^([A-Z]+)(\d+)(?:\.(\d+))?$/.exec(id) ?? [];
      if (series === undefined) return [];
      return [{ id, series, rank: rank({ group: Number(group), number: Number(number) }) }];
    };
    known = { criteria: catalogue.criteria.flatMap(apart), groups: catalogue.groups.flatMap(apart) };
    members.set(catalogue, known);
  }
  return known;
}

function addRange(found: Citation[], first: Token, last: Token, catalogue: Catalogue): void {
  found.push(citation(first));
  const { criteria, groups } = membersOf(catalogue);
  const form = first.number === undefined ? 'group' : 'criterion';
  const words = { start: first.start, end: last.end, misspelt: false, ambiguous: first.series.length === 1 };
  for (const { id, series, rank: place } of form === 'group' ? groups : criteria) {
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
  return !matchAt(rangeEnd, text, end + 1) && !matchAt(groupRangeEnd, text, end + 1);
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
