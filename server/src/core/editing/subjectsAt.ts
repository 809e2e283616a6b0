import type { CitationFact } from '../formats/facts.ts';
import { type Subject, subjectOf } from '../pages/subject.ts';
import type { TextRange } from '../text/range.ts';
import { type Editing, recordAt } from './editing.ts';
import { scalarAt } from './scalarAt.ts';

/** What the words around an offset cite: several criteria where they are a range (CC6.1–CC6.4). */
export interface SubjectsAt {
  readonly subjects: readonly Subject[];
  readonly range: TextRange;
}

/** What is cited at an offset, the ends of its words included; undefined where nothing is that exists. */
export function subjectsAt(editing: Editing, offset: number): SubjectsAt | undefined {
  const { facts, programme } = editing;
  const around = facts.citations.filter(({ start, end }) => start <= offset && offset <= end);
  // The ends of a range have words of their own, inside those of the whole; the sign between them is the whole's.
  const isBehind = ({ end }: CitationFact): number => (end === offset ? 1 : 0);
  const [citation] = around.sort((a, b) => isBehind(a) - isBehind(b) || a.end - a.start - (b.end - b.start));
  if (!citation) return valueAt(editing, offset);
  const { start, end } = citation;
  const cited = facts.citations.filter(other => start <= other.start && other.end <= end);
  const subjects = cited.flatMap(other => subjectOf(nameOf(other), programme.catalogue) ?? []);
  return subjects.length > 0 ? { subjects, range: { start, end } } : undefined;
}

function nameOf({ id, point }: CitationFact): string {
  return point === undefined ? id : `${id}-POF${point}`;
}

/** A description criterion under `describes`, or a criterion that the manifest excludes. */
function valueAt(editing: Editing, offset: number): SubjectsAt | undefined {
  const { facts, programme } = editing;
  const root = facts.role.manifest ? facts.yaml[0]?.root : facts.records[recordAt(editing, offset)]?.mapping;
  const found = scalarAt(root, offset);
  if (!found || found.isKey) return undefined;
  const [first, key] = [found.path[0], found.path.at(-1)];
  if (facts.role.manifest ? first !== 'scope' : key !== 'describes') return undefined;
  const subject = subjectOf(found.scalar.value.trim(), programme.catalogue);
  const { start, end } = found.scalar;
  return subject && { subjects: [subject], range: { start, end } };
}
