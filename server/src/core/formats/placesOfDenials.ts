// Places of a document in which what is cited is said not to be addressed: sections, lists, and rows of tables.
import type { Heading, MarkdownFacts, Ranges, Table } from '../markdown/facts.ts';
import { sectionEnds } from '../markdown/sections.ts';
import type { TextRange } from '../text/range.ts';
import {
  crosses,
  headerOfDenials,
  headingOfDenials,
  leadIn,
  mayDenyInTable,
  noLonger,
  statusHeader,
  statusOfRow,
  statusOfSection,
  surelyNot,
} from './denialWords.ts';

/**
 * Tells of places with citations whether what surrounds them denies these: a heading ("Out of scope"), the beginning of their
 * own section ("### CC6.4", "Not applicable."), what leads in their list, or the status of their row. A place is asked after in
 * the order of the document.
 */
export function placesOfDenials(text: string, markdown: MarkdownFacts): (place: TextRange) => boolean {
  const { headings, lists, tables } = markdown;
  const isInSection = inOrder(sectionsOfDenials(text, headings));
  const isInList = inOrder(pairs(lists).filter(list => leadIn.test(lineBefore(text, list.start))));
  const isInRow = inOrder(tables.flatMap(table => deniedCells(text, table)));
  return place => {
    // Each is asked: each goes on with the place.
    const found = [isInSection, isInList, isInRow].map(isIn => isIn(place.start));
    return found.includes(true);
  };
}

/** The sections below headings that deny, and the headings whose section begins with words that do. */
function sectionsOfDenials(text: string, headings: readonly Heading[]): TextRange[] {
  const ends = sectionEnds(headings, text.length);
  return headings.flatMap((heading, i): TextRange[] => {
    if (headingOfDenials.test(heading.text.trim()))
      return [{ start: heading.end, end: ends[i] ?? text.length }];
    const body = text.slice(heading.end, Math.min(headings[i + 1]?.start ?? text.length, heading.end + 200));
    return statusOfSection.test(firstLine(body)) ? [{ start: heading.start, end: heading.end }] : [];
  });
}

function firstLine(body: string): string {
  return /^\s*(?:>[ \t]*)?([^\r\n]*)/.exec(body)?.[1]?.trim() ?? '';
}

function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 200), at).replace(/(?<![\s>])[\s>]+$/, '');
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}

/** The rows whose status denies, and the cells below a header that does. */
function deniedCells(text: string, { start, end, rows: [header = [], ...rows] }: Table): TextRange[] {
  if (!mayDenyInTable.test(text.slice(start, end))) return [];
  const words = (cells: Ranges) => pairs(cells).map(({ start, end }) => plainWords(text.slice(start, end)));
  const heads = words(header);
  const denied = heads.map(head => headerOfDenials.test(head));
  const isOfStatus = heads.map(head => statusHeader.test(head));
  return rows.flatMap((row): TextRange[] => {
    const cells = words(row);
    const isDenied = cells.some((cell, i) => (isOfStatus[i] ? isDenyingStatus(cell) : surelyNot.test(cell)));
    const ranges = pairs(row);
    if (!isDenied) return ranges.filter((_, i) => denied[i]);
    const [first, last] = [ranges[0], ranges.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

function isDenyingStatus(cell: string): boolean {
  return (
    (crosses.has(cell) || statusOfRow.test(cell.replace(/^[^\p{L}\p{N}]+/u, ''))) && !noLonger.test(cell)
  );
}

function plainWords(cell: string): string {
  return cell.replace(/[*_`]|\uFE0F/g, '').trim();
}

/** Flat ranges as ranges. */
export function pairs(flat: Ranges): TextRange[] {
  const ranges: TextRange[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) ranges.push({ start: flat[i] ?? 0, end: flat[i + 1] ?? 0 });
  return ranges;
}

/** Tells of one offset after another, in order, whether it is in one of the ranges. */
export function inOrder(ranges: readonly TextRange[]): (offset: number) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let end = -1;
  return offset => {
    for (let range = sorted[next]; range && range.start <= offset; range = sorted[++next])
      end = Math.max(end, range.end);
    return offset < end;
  };
}
