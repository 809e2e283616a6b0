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
const localSuffix = /\.(?:\d{1,3}|[a-z])(?![A-Za-z0-9])/y;
const groupSuffix = /(?:\.[xX*]|[ -]series)(?![A-Za-z0-9])/y;
/** In prose an asterisk is markup: `*see CC6.*`. */
const groupSuffixInProse = /(?:\.[xX]|[ -]series)(?![A-Za-z0-9])/y;
// A dash that begins a line is the mark of a list.
const rangeSign = /(?:[ \t]{0,2}(?:\r?\n[ \t]*)?(?:to|through)|[ \t]{0,2}[-–—‑])[ \t]{0,2}(?:\r?\n[ \t]*)?/y;
const rangeEnd = /(CC|PI|[ACP])?(\d{1,2})\.(\d{1,2})(?![A-Za-z0-9]|\.\d)/y;
const groupRangeEnd = /(CC|PI|[ACP])(\d{1,2})(?![A-Za-z0-9.])/y;
/** How far behind the part asked for it can matter what stands there, in UTF-16 units. */
const lookAhead = 32;

/**
 * The citations in text[start, end), in order. Ids are recognised in every spelling met in real repositories
 * (`cc6.1`, `CC 6.1`, `cc_6_1`, `CC6.1-POF2`, `CC6.1 - label`, `TSC:CC6.1`, `CC6.1.b`, `CC6.1–CC6.4`);
 * a range gives all its members, its ends at their own words. In prose an id that is part of a longer code
 * (`CC6.1-01`, `CTRL-CC6.1`) is that code's, and a bare group counts only in the CC form.
 */
export function citationsIn(
  text: string,
  start: number,
  end: number,
  context: CitationContext,
  catalogue: Catalogue,
): Citation[] {
  const found: Citation[] = [];
  // Without a match the pattern would be sought to the end of the text, once for each of its values.
  if (end + lookAhead < text.length) text = text.slice(0, end + lookAhead);
  const pattern = context === 'value' ? inValue : inProse;
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    const token = tokenAt(text, match, end, context);
    if (!token || (context === 'prose' && token.misspelt && !exists(token, catalogue))) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    const last = rangeEndAfter(text, token, end);
    if (last) addRange(found, token, last, catalogue);
    else found.push(citation(token));
    pattern.lastIndex = (last ?? token).end;
  }
  return found;
}

function tokenAt(
  text: string,
  match: RegExpExecArray,
  limit: number,
  context: CitationContext,
): Token | undefined {
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
    if (end > limit) return undefined;
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

  if (context === 'value' && !own && series !== upper) return undefined;
  if (context === 'prose' && separator !== '' && (upper !== 'CC' || Number(number) === 0)) return undefined;
  const point = matchAt(pointSuffix, text, end);
  if (point) {
    end += point[0].length;
  } else {
    for (let suffix = matchAt(localSuffix, text, end); suffix; suffix = matchAt(localSuffix, text, end))
      end += suffix[0].length;
    if (isWordUnit(text.charCodeAt(end)) || joinsLongerCode(text, end)) return undefined;
  }
  if (end > limit) return undefined;
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
function rangeEndAfter(text: string, first: Token, limit: number): Token | undefined {
  const sign = matchAt(rangeSign, text, first.end);
  if (!sign) return undefined;
  const start = first.end + sign[0].length;
  const isWord = /[a-z]/.test(sign[0]);
  const match = matchAt(first.number === undefined ? groupRangeEnd : rangeEnd, text, start);
  if (!match || start + match[0].length > limit) return undefined;
  const [whole, series, group = '', number] = match;
  if (series === undefined ? isWord : series !== first.series) return undefined;
  const last: Token = {
    series: first.series,
    group: Number(group),
    number: number === undefined ? undefined : Number(number),
    start,
    end: start + whole.length,
    misspelt: false,
    point: undefined,
  };
  return rank(last) > rank(first) ? last : undefined;
}

/** In prose only what exists is ours when it is spelt otherwise: CC 4.0 is a licence. */
function exists(token: Token, catalogue: Catalogue): boolean {
  const { form, id } = citation(token);
  return (form === 'group' ? catalogue.group(id) : catalogue.criterion(id)) !== undefined;
}

const rank = ({ group, number }: Token): number => group * 100 + (number ?? 0);

function addRange(found: Citation[], first: Token, last: Token, catalogue: Catalogue): void {
  found.push(citation(first));
  const members = first.number === undefined ? catalogue.groups : catalogue.criteria;
  for (const { id } of members) {
    const parts = /^([A-Z]+)(\d+)(?:\.(\d+))?$/.exec(id);
    if (parts?.[1] !== first.series) continue;
    const place = Number(parts[2]) * 100 + Number(parts[3] ?? 0);
    if (place <= rank(first) || place >= rank(last)) continue;
    found.push({
      form: first.number === undefined ? 'group' : 'criterion',
      id,
      start: first.start,
      end: last.end,
      misspelt: false,
      ambiguous: first.series.length === 1,
    });
  }
  found.push(citation(last));
}

function startsWord(text: string, start: number, context: CitationContext): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  if (isWordUnit(before)) return false;
  if (context === 'value') return true;
  const sign = text[start - 1];
  if (sign === '.' || sign === '@' || sign === '#' || sign === '\\') return false;
  // CC6.1/CC6.2 is a list; docs/CC6.1 is a path. TSC-CC6.1 is ours; CTRL-CC6.1 is somebody's own code.
  if (sign === '/') return start >= 2 && /[\d\s)]/.test(text.charAt(start - 2));
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
  return (
    (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95
  );
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
