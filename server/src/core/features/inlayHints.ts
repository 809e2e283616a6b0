import { rangeOf } from '../model/shape.ts';
import { pageOf, type Subject, subjectOf } from '../pages/subject.ts';
import { type NamedPlace, namedBy } from '../program/named.ts';
import { brief } from '../text/brief.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import type { TextRange } from '../text/range.ts';
import { citedId } from './at/subjectsAt.ts';
import { usesInDocument } from './at/usesInDocument.ts';
import type { Editing } from './editing.ts';

/** A title that is shown behind a bare id. */
export interface InlayHint {
  /** Where it is shown: behind the id, and behind a quote that closes it. */
  readonly offset: number;
  readonly of: 'criterion' | 'record';
  readonly text: string;
  /** Where the record is stated; absent for a criterion. */
  readonly place?: NamedPlace;
}

/** How long a title is at most, in UTF-16 units. */
const longestTitle = 40;
/** How long those of one line are together: VS Code cuts off what is longer (`editor.inlayHints.maximumLength`). */
const longestInLine = 43;
/** With more ids in a line, so little of each title is left that none is shown. */
const mostInLine = 3;

/**
 * The titles behind the bare ids of a part of a document, in its order: of criteria, points, and groups wherever they are cited
 * alone, and of records under the keys that refer to them. An id has none if its title already stands beside it, if it stands
 * earlier in the line, or if the line has too many.
 * @param shown which ids are looked at
 */
export function inlayHintsIn(
  editing: Editing,
  { start, end }: TextRange,
  shown: Readonly<Record<InlayHint['of'], boolean>>,
): readonly InlayHint[] {
  const candidates = [
    ...(shown.criterion ? [...criteriaIn(editing), ...criteriaElsewhereIn(editing)] : []),
    ...(shown.record ? recordsIn(editing) : []),
  ].filter(({ range }) => start <= range.end && range.start <= end);
  const lines = new Map<number, Candidate[]>();
  const seen = new Set<string>();
  for (const candidate of candidates.sort((a, b) => a.range.start - b.range.start)) {
    const { range, title } = candidate;
    const { text } = editing.facts;
    const line = { start: lineStart(text, range.start), end: lineEnd(text, range.end) };
    const once = `${line.start} ${text.slice(range.start, range.end)}`;
    if (seen.has(once) || isSaid(title, text.slice(line.start, line.end))) continue;
    seen.add(once);
    const inLine = lines.get(line.start);
    if (inLine) inLine.push(candidate);
    else lines.set(line.start, [candidate]);
  }
  return [...lines.values()].flatMap(inLine => hintsOfLine(inLine, editing.facts.text));
}

/** The hints of one line, whose titles share the room that there is. */
function hintsOfLine(inLine: readonly Candidate[], text: string): readonly InlayHint[] {
  if (inLine.length > mostInLine) return [];
  const room = roomOf(inLine.map(({ title }) => title.length));
  return inLine.map(({ range, title, ...rest }) => ({
    offset: behindQuote(text, range),
    text: shortTitle(title, room),
    ...rest,
  }));
}

/** How long each title of a line can be: what short ones leave is for the long ones. */
function roomOf(lengths: readonly number[]): number {
  let left = longestInLine;
  for (const [i, length] of lengths.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (lengths.length - i));
    if (length > share) return Math.min(share, longestTitle);
    left -= length;
  }
  return longestTitle;
}

interface Candidate extends Pick<InlayHint, 'of' | 'place'> {
  /** The id. */
  readonly range: TextRange;
  readonly title: string;
}

/** What is cited of the Trust Services Criteria. The ends of a range (CC6.1–CC6.4) are not cited alone. */
function criteriaIn({ facts, program }: Editing): readonly Candidate[] {
  const { citations } = facts;
  return citations.flatMap((citation, at) => {
    const isAlone = [citations[at - 1], citations[at + 1]].every(
      other => !other || !overlap(citation, other),
    );
    if (citation.misspelled || !isAlone) return [];
    const subject = subjectOf(citedId(citation), program.catalogs);
    return subject ? criterionAt(subject, citation) : [];
  });
}

function overlap(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}

function criterionAt(subject: Subject, { start, end }: TextRange): readonly Candidate[] {
  const title = titleOf(subject);
  return title === '' ? [] : [{ of: 'criterion', range: { start, end }, title }];
}

function titleOf(subject: Subject): string {
  switch (subject.kind) {
    case 'criterion':
      return subject.criterion.title;
    case 'point':
      return subject.point.title;
    case 'group':
      return subject.group.title;
    default:
      return pageOf(subject).title;
  }
}

/** What records cite under the names of other catalogs. */
function criteriaElsewhereIn({ facts, program }: Editing): readonly Candidate[] {
  const { catalogs } = program;
  return facts.summary.shape.records.flatMap(({ satisfies }, record) =>
    satisfies.flatMap(({ catalog: name, id, at }) => {
      const catalog = name === program.catalog.name ? undefined : catalogs.named(name);
      const meant = catalog && catalogs.meant(catalog, id);
      if (!catalog || !meant) return [];
      const subject = subjectOf(`${catalog.name} ${id}`, catalogs);
      return subject ? criterionAt(subject, rangeOf(facts.summary, record, at)) : [];
    }),
  );
}

/** The records that keys refer to by an id; one of several that have it is shown where all have one title. */
function recordsIn({ facts, program }: Editing): readonly Candidate[] {
  return [...usesInDocument(facts)].flatMap(({ use, range }) => {
    if (use.of !== 'record' || use.isStatement) return [];
    const { entries, stated } = namedBy(use, program);
    const titles = new Set([...entries].map(({ shape }) => shape.title));
    const [title] = titles;
    const [place] = stated;
    return titles.size === 1 && title !== undefined && place ? [{ of: 'record', range, title, place }] : [];
  });
}

/** Whether most words of a title stand in a line, in whatever form; a comment in the line says it in other words. */
function isSaid(title: string, line: string): boolean {
  if (/\s#\s/.test(line)) return true;
  const said = new Set(stemsIn(line));
  const stems = stemsIn(title);
  return stems.filter(stem => said.has(stem)).length > stems.length / 2;
}

/** The beginnings of the words that say something. */
function stemsIn(text: string): readonly string[] {
  return [...text.toLowerCase().matchAll(/\p{L}{4,}/gu)].map(([word]) => word.slice(0, 5));
}

/** A title; a long one is cut to whole words, unless these leave much of the room empty. */
function shortTitle(title: string, room: number): string {
  const short = brief(title, room);
  const end = short.lastIndexOf(' ');
  return short === title || end < (room * 2) / 3 ? short : `${title.slice(0, end).replace(/[,;:]$/, '')}…`;
}

function behindQuote(text: string, { start, end }: TextRange): number {
  const quote = text.charAt(start - 1);
  return (quote === '"' || quote === "'" || quote === '`') && text.charAt(end) === quote ? end + 1 : end;
}
