import { keyOf } from '../../catalog/catalogs.ts';
import type { CitationFact } from '../../formats/facts.ts';
import { recordAt } from '../../formats/recordAt.ts';
import { isProse } from '../../markdown/scan.ts';
import { rangeOf } from '../../model/shape.ts';
import { type Subject, subjectOf } from '../../pages/subject.ts';
import type { TextRange } from '../../text/range.ts';
import type { Editing } from '../editing.ts';
import { scalarAt } from './scalarAt.ts';
import { wordAt } from './wordAt.ts';

/** What the words around an offset cite: several criteria where they are a range (CC6.1–CC6.4). */
export interface SubjectsAt {
  readonly subjects: readonly Subject[];
  readonly range: TextRange;
}

/** What is cited at an offset, the ends of its words included; undefined where nothing is that exists. */
export function subjectsAt(editing: Editing, offset: number): SubjectsAt | undefined {
  const { facts, program } = editing;
  const around = facts.citations.filter(({ start, end }) => start <= offset && offset <= end);
  // The ends of a range have words of their own, inside those of the whole; the sign between them is the whole's.
  const isBehind = ({ end }: CitationFact): number => (end === offset ? 1 : 0);
  const [citation] = around.sort((a, b) => isBehind(a) - isBehind(b) || a.end - a.start - (b.end - b.start));
  if (!citation) return citedElsewhere(editing, offset) ?? valueAt(editing, offset);
  const { start, end } = citation;
  const cited = facts.citations.filter(other => start <= other.start && other.end <= end);
  const subjects = cited.flatMap(other => subjectOf(citedId(other), program.catalogs) ?? []);
  return subjects.length > 0 ? { subjects, range: { start, end } } : undefined;
}

/** The id under which a citation is looked up, that of its point of focus where it cites one. */
export function citedId({ id, point }: Pick<CitationFact, 'id' | 'point'>): string {
  return point === undefined ? id : `${id}-POF${point}`;
}

/** What a record cites under the name of another catalog than the TSC. */
function citedElsewhere(editing: Editing, offset: number): SubjectsAt | undefined {
  const { catalogs } = editing.program;
  const citation = citationElsewhere(editing, offset);
  const catalog = citation && catalogs.named(citation.catalog);
  if (!citation || !catalog) return undefined;
  const meant = catalogs.meant(catalog, citation.id);
  const names = meant
    ? [keyOf(catalog.name, meant.form === 'point' ? meant.point.id : citation.id)]
    : catalogs.keysOf(catalog.name, citation.id);
  const subjects = names.flatMap(name => subjectOf(name, catalogs) ?? []);
  return subjects.length > 0 ? { subjects, range: citation.range } : undefined;
}

function citationElsewhere({ facts, program }: Editing, offset: number) {
  const record = recordAt(facts, offset);
  for (const { catalog, id, at } of facts.summary.shape.records[record]?.satisfies ?? []) {
    const range = rangeOf(facts.summary, record, at);
    const isHere = range.start <= offset && offset <= range.end;
    if (isHere && catalog !== program.catalog.name) return { catalog, id, range };
  }
  return undefined;
}

/**
 * What an id of a catalog of one's own means as it stands in running text or in the manifest, in its very spelling. Under
 * the name of another catalog an id is that one's.
 */
export function subjectsWrittenAt(editing: Editing, offset: number): SubjectsAt | undefined {
  const { facts, program } = editing;
  const range = citationElsewhere(editing, offset) ? undefined : wordAt(facts.text, offset);
  const isOpen = range && (!facts.markdown || isProse(facts.markdown, range.start, range.end));
  const id = isOpen ? facts.text.slice(range.start, range.end) : '';
  if (!range || !/\d/.test(id)) return undefined;
  const others = program.catalogs.all.filter(one => one !== program.catalog);
  const catalog = others.find(one => one.criterion(id));
  const criterion = catalog?.criterion(id);
  return catalog && criterion && { subjects: [{ kind: 'criterion', criterion, catalog }], range };
}

/** A description criterion under `describes`, or a criterion that the manifest excludes. */
function valueAt(editing: Editing, offset: number): SubjectsAt | undefined {
  const { facts, program } = editing;
  const root = facts.role.manifest ? facts.yaml[0]?.root : facts.records[recordAt(facts, offset)]?.mapping;
  const found = scalarAt(root, offset);
  if (!found || found.isKey) return undefined;
  const [first, key] = [found.path[0], found.path.at(-1)];
  if (facts.role.manifest ? first !== 'scope' : key !== 'describes') return undefined;
  const subject = subjectOf(found.scalar.value.trim(), program.catalogs);
  const { start, end } = found.scalar;
  return subject && { subjects: [subject], range: { start, end } };
}
