/** Link reference definitions (CommonMark 0.31.2, section 4.7). */
import { COLON, isLineEnd, OPEN_BRACKET, skipBlanks, skipSpaces } from './characters.ts';
import { type Content, placeBehind, placeOf } from './content.ts';
import type { Link } from './facts.ts';
import { labelEnd, normalizeLabel } from './labels.ts';
import { readDestination, titleEnd } from './targets.ts';
import { unescapeText } from './unescape.ts';

/** Reads the definition at the start of a paragraph's content; undefined where there is none. */
export function readDefinition(
  content: Content,
): { readonly link: Link; readonly rest: Content } | undefined {
  const { source, start, end } = content;
  if (source.charCodeAt(start) !== OPEN_BRACKET) return undefined;
  const label = labelEnd(source, start, end);
  if (label === 0 || label + 1 >= end || source.charCodeAt(label + 1) !== COLON) return undefined;
  const at = skipBlanks(source, label + 2, end);
  const destination = readDestination(source, at, end, Number.POSITIVE_INFINITY);
  if (!destination) return undefined;
  const last = endBehindTitle(source, destination.after, end) || lineEndFrom(source, destination.after, end);
  if (last === 0) return undefined;
  const link: Link = {
    kind: 'definition',
    start: placeOf(content, start),
    end: placeBehind(content, last),
    destination: unescapeText(source.slice(destination.start, destination.end)),
    destinationStart: placeOf(content, destination.start),
    destinationEnd: placeBehind(content, destination.end),
    label: normalizeLabel(source.slice(start + 1, label)),
  };
  return { link, rest: { ...content, start: skipBlanks(source, last, end) } };
}

/** The end of the line on which a title behind a destination ends; 0 where there is none, or more behind it. */
function endBehindTitle(source: string, destinationEnd: number, end: number): number {
  const at = skipBlanks(source, destinationEnd, end);
  const title = at > destinationEnd ? titleEnd(source, at, end) : 0;
  return title > 0 ? lineEndFrom(source, title, end) : 0;
}

/** The end of the line where nothing but white space is left of it from `at` on; else 0. */
function lineEndFrom(source: string, at: number, end: number): number {
  at = skipSpaces(source, at, end);
  return at === end || isLineEnd(source.charCodeAt(at)) ? at : 0;
}
