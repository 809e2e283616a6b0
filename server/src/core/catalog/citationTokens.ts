import type { Catalog } from './catalog.ts';

/** What stands around the text: a value that should hold ids (`satisfies`), or prose that may mention some. */
export type CitationContext = 'value' | 'prose';

/** An id in a text, taken apart. */
export interface Token {
  readonly series: string;
  readonly group: number;
  /** Undefined for a group. */
  readonly number: number | undefined;
  readonly start: number;
  readonly end: number;
  readonly misspelled: boolean;
  readonly point: number | undefined;
  /** Whether it is the heading of a series, `CC6.0`, which in prose is the group. */
  readonly isHeading?: true;
}

/**
 * What people and word processors put between the letters and the number of an id: also spaces and hyphens at which no line
 * breaks, and characters that are not seen.
 */
const joint = '[ _\\u00a0\\u202f\\u2007\\u2010\\u2011\\u200b\\u2060\\u00ad-]';
/** The letters and number that an id of any spelling begins with. */
export const idStart = new RegExp(`^[A-Za-z]+${joint}?\\d+(?:[._]\\d+)?`);
/** Hardly any text that cites a criterion is without this, and hardly any other has it. */
export const maybeId = new RegExp(`(?:CC|cc|Cc|PI|[ACP])${joint}?\\d{1,2}[._]\\d|\\bCC[1-9]\\b`);
const inProse = new RegExp(`(CC|cc|Cc|PI|[ACP])(${joint}?)(\\d{1,2})(?:([._])(\\d{1,2}))?`, 'g');
const inValue = new RegExp(`([A-Za-z]{1,4})(${joint}?)(\\d{1,2})(?:([._])(\\d{1,2}))?`, 'g');
/** The same, at one place. */
const hereInProse = new RegExp(inProse, 'y');
const hereInValue = new RegExp(inValue, 'y');
export const ownSeries = /^(?:CC|PI|A|C|P)$/i;
const pointSuffix = /[-. ]?p(?:o)?f[- ]?(\d{1,2})(?![A-Za-z0-9])/iy;
const localSuffix = /(?:\.(?:\d{1,3}|[a-z])|[a-h])(?![A-Za-z0-9])/y;
const groupSuffix = /(?:\.[xX*]|[ -]series)(?![A-Za-z0-9])/y;
/** In prose an asterisk is markup: `*see CC6.*`. */
const groupSuffixInProse = /(?:\.[xX]|[ -]series)(?![A-Za-z0-9])/y;
/** What makes a hyphen the sign of a range and no part of a longer code. */
const rangeGoesOn =
  /(?:(?:CC|PI|[ACP])?\d{1,2}\.\d{1,2}(?![A-Za-z0-9]|\.\d)|(?:CC|PI|[ACP])\d{1,2}(?![A-Za-z0-9.]))/y;
/** Before a number of one letter: a part of a document. */
const partOfDocument = /\b(?:annex|appendix|table|figure|fig\.|section|clause|exhibit|sheet)[ \t]$/i;

/** The pattern that finds ids; it keeps where it stands. */
export function idPattern(context: CitationContext): RegExp {
  return context === 'value' ? inValue : inProse;
}

export function tokenAt(text: string, match: RegExpExecArray, context: CitationContext): Token | undefined {
  return startsWord(text, match.index, context) ? tokenOf(text, match, context) : undefined;
}

/** The id at an offset, whatever stands before it. */
export function tokenHere(text: string, at: number, context: CitationContext): Token | undefined {
  const match = matchAt(context === 'value' ? hereInValue : hereInProse, text, at);
  return match ? tokenOf(text, match, context) : undefined;
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
    ...(Number(number) === 0 ? { isHeading: true } : {}),
  };
}

/** The id of a criterion or group in the catalog's spelling. */
export function idOf({ series, group, number }: Token): string {
  return number === undefined ? `${series}${group}` : `${series}${group}.${number}`;
}

/** Whether a token names a criterion or group that there is. */
export function exists(token: Token, catalog: Catalog): boolean {
  const id = idOf(token);
  return (token.number === undefined ? catalog.group(id) : catalog.criterion(id)) !== undefined;
}

/** The order of the ids of a series. */
export function rank({ group, number }: Pick<Token, 'group' | 'number'>): number {
  return group * 100 + (number ?? 0);
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

/** Matches a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
