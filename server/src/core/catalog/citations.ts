import { detach } from '../text/detach.ts';
import type { Catalog } from './catalog.ts';
import { listedAfter, rangeAfter } from './citationRanges.ts';
import {
  type CitationContext,
  exists,
  idOf,
  idPattern,
  rank,
  type Token,
  tokenAt,
} from './citationTokens.ts';
import { withPlainIds } from './lookAlikes.ts';

export type { CitationContext } from './citationTokens.ts';

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

/** No document cites so often; one that does is not to fill the memory. */
const mostCitations = 20_000;

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
  const written = text.slice(start, end);
  const part = withPlainIds(written, context, catalog);
  const found: Citation[] = [];
  const pattern = idPattern(context);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match && found.length < mostCitations; match = pattern.exec(part)) {
    const token = tokenAt(part, match, context);
    if (!token || (context === 'prose' && !isOurs(token, catalog))) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    let behind = addWithRange(found, part, token, context, catalog);
    for (let next = listedAfter(part, behind, context, catalog); next; ) {
      behind = addWithRange(found, part, next, context, catalog);
      next = listedAfter(part, behind, context, catalog);
    }
    pattern.lastIndex = behind.end;
  }
  const spelled = part === written ? found : found.map(one => withSpelling(one, written, part));
  return start === 0 ? spelled : spelled.map(one => moved(one, start));
}

/** A citation whose own words (not those of a range around it) were written with other characters is misspelled. */
function withSpelling(one: Citation, written: string, plain: string): Citation {
  const { start, end, id } = one;
  const words = plain.slice(start, end);
  const isOwn = words.toUpperCase().startsWith(id) || one.misspelled;
  return isOwn && words !== written.slice(start, end) ? { ...one, misspelled: true } : one;
}

/** Adds an id, or the range that begins with it, and gives the last id of it. */
function addWithRange(
  found: Citation[],
  text: string,
  token: Token,
  context: CitationContext,
  catalog: Catalog,
): Token {
  const { last, wrong } = rangeAfter(text, token, context, catalog) ?? {};
  if (last && !wrong) addRange(found, token, last, catalog);
  else found.push(citation(token, last && wrong && { end: last.end, why: wrong }));
  return last && !wrong ? last : token;
}

/** Behind the number of a criterion: the first part of a suffix, a number or a letter. */
const suffixOfId = /^[A-Za-z]+[^A-Za-z\d.]?\d+[._]\d+(?:\.(\d{1,3})|\.?([a-z]))(?:\.\w+)*$/;

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

function citation(token: Token, noRange?: Citation['noRange']): Citation {
  const { series, number, start, end, misspelled, point } = token;
  const id = detach(idOf(token));
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

/** In prose a number is ours only in a series that exists, and spelled otherwise only if it exists itself: CC 4.0 is a license. */
function isOurs(token: Token, catalog: Catalog): boolean {
  return (
    catalog.group(`${token.series}${token.group}`) !== undefined &&
    (!token.misspelled || exists(token, catalog))
  );
}

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
  // `CC6.0–CC6.3` begins with the heading of the series, which is no member.
  if (!first.isHeading || last.number === undefined) found.push(citation(first));
  const { criteria, groups } = membersOf(catalog);
  const form = last.number === undefined ? 'group' : 'criterion';
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
  for (let point = (first.point ?? 0) + 1; rank(first) === rank(last) && point < (last.point ?? 0); point++)
    found.push({ form: 'point', id: detach(idOf(first)), ...words, point });
  found.push(citation(last));
}
