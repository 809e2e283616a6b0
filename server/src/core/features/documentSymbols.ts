import type { CitationFact, DocumentFacts } from '../formats/facts.ts';
import type { Heading } from '../markdown/facts.ts';
import { sectionEnds } from '../markdown/sections.ts';
import { type ManifestShape, rangeOf } from '../model/shape.ts';
import { beside, kindWords, titled } from '../pages/words.ts';
import { fullNameOf } from '../program/record.ts';
import { firstIndex, groupedBy } from '../text/lists.ts';
import type { TextRange } from '../text/range.ts';
import { citedId } from './at/subjectsAt.ts';
import { unquoted } from './at/usesInDocument.ts';
import type { Editing } from './editing.ts';
import type { SymbolSort } from './symbolSort.ts';

/** A record, a section that cites criteria, or what the manifest states. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly sort: SymbolSort;
  readonly range: TextRange;
  /** What is shown of it first; it lies in the range. */
  readonly selection: TextRange;
  /** What lies inside of it, in the order of the document. */
  readonly children: readonly DocumentSymbol[];
}

type Flat = Omit<DocumentSymbol, 'children'>;

/**
 * The records of a document and the sections that cite criteria, the inner ones below the outer ones. Other headings are left
 * out: every editor lists those of Markdown by itself, and two lists of the same would only be longer.
 */
export function documentSymbols(editing: Editing): readonly DocumentSymbol[] {
  const { manifest } = editing.facts.summary.shape;
  const symbols = manifest
    ? statedIn(manifest, editing.facts)
    : [...recordsIn(editing), ...sectionsIn(editing)];
  return nested(symbols);
}

function statedIn({ reports, people, systems }: ManifestShape, { summary, text }: DocumentFacts): Flat[] {
  const symbol = (sort: SymbolSort, name: string, at: number): Flat => {
    const range = unquoted(text, rangeOf(summary, 0, at));
    return { name, detail: sort, sort, range, selection: range };
  };
  return [
    ...reports.map(({ id, kind, at }) => symbol('report', id?.text ?? kind?.text ?? 'report', id?.at ?? at)),
    ...people.map(({ id, name, role, at }) => symbol('person', titled(id, name ?? role ?? ''), at)),
    ...systems.map(({ id, name, at }) => symbol('system', titled(id, name ?? ''), at)),
  ];
}

function recordsIn({ facts, path }: Editing): Flat[] {
  const { text, markdown, records, summary } = facts;
  return summary.shape.records.map((shape, index) => {
    const { mapping, keyedBy, row } = records[index] ?? {};
    const selection = unquoted(text, rangeOf(summary, index, shape.at));
    // Front matter is that of the whole page.
    const own = markdown && !row ? undefined : mapping;
    const range = own ? { start: (keyedBy ?? own).start, end: own.end } : { start: 0, end: text.length };
    const cited = [...shape.satisfies.map(({ id }) => id), ...titleCitations(facts, index, shape.title)];
    return {
      name: fullNameOf({ shape, path }),
      detail: beside(kindWords(shape.kind), shortened(cited)),
      sort: shape.kind,
      range: around(range, selection),
      selection,
    };
  });
}

/** What is cited right below the heading that is the title of a page: the page is that section. */
function titleCitations(facts: DocumentFacts, record: number, title: string | undefined): readonly string[] {
  const section =
    record === 0 ? citingSections(facts).find(({ heading }) => isTitle(heading, title)) : undefined;
  return section?.ids ?? [];
}

function sectionsIn({ facts }: Editing): Flat[] {
  const [page] = facts.summary.shape.records;
  return citingSections(facts)
    .filter(({ heading }) => !isTitle(heading, page?.title))
    .map(({ heading, end, ids, named }) => {
      const told = shortened(ids.filter(id => !named.includes(id)));
      return {
        name: told === '' ? heading.text : `${heading.text} (${told})`,
        detail: '',
        sort: 'section' as const,
        range: { start: heading.start, end },
        selection: { start: heading.start, end: heading.end },
      };
    });
}

function isTitle({ level, text }: Heading, title: string | undefined): boolean {
  return level === 1 && text === title;
}

interface CitingSection {
  readonly heading: Heading;
  readonly end: number;
  /** What is cited in the heading or above the next one. */
  readonly ids: readonly string[];
  /** What is cited in the heading. */
  readonly named: readonly string[];
}

function citingSections({ text, markdown, citations }: DocumentFacts): readonly CitingSection[] {
  const headings = markdown?.headings ?? [];
  const ends = sectionEnds(headings, text.length);
  const inProse = citations.filter(({ citedIn }) => citedIn === 'prose').sort((a, b) => a.start - b.start);
  const headingOf = ({ start }: CitationFact) =>
    firstIndex(headings.length, index => (headings[index]?.start ?? 0) > start) - 1;
  return [...groupedBy(inProse, headingOf)].flatMap(([index, cited]) => {
    const heading = headings[index];
    if (!heading) return [];
    const named = cited.filter(({ start }) => start < heading.end).map(citedId);
    return [{ heading, end: ends[index] ?? text.length, ids: cited.map(citedId), named }];
  });
}

/** As many ids as a line has room for. */
const mostIds = 4;

function shortened(ids: readonly string[]): string {
  const each = [...new Set(ids)];
  const more = each.length - mostIds;
  return more > 0 ? `${each.slice(0, mostIds).join(', ')}, and ${more} more` : each.join(', ');
}

function around(range: TextRange, inner: TextRange): TextRange {
  return { start: Math.min(range.start, inner.start), end: Math.max(range.end, inner.end) };
}

interface Node extends Flat {
  readonly children: Node[];
}

/** Puts what lies inside of something below it. If two have the same range, the first holds the other. */
function nested(symbols: readonly Flat[]): readonly DocumentSymbol[] {
  const sorted = symbols.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const all: Node[] = [];
  const open: Node[] = [];
  for (const symbol of sorted) {
    const node: Node = { ...symbol, children: [] };
    while ((open.at(-1)?.range.end ?? Number.POSITIVE_INFINITY) < symbol.range.end) open.pop();
    (open.at(-1)?.children ?? all).push(node);
    open.push(node);
  }
  return all;
}
