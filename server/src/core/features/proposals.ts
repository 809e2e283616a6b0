import type { DocumentFacts } from '../formats/facts.ts';
import type { Program } from '../program/program.ts';
import type { RecordEntry } from '../program/record.ts';
import { type SpokenOf, spokenOf } from '../program/speaking.ts';

/** A criterion that a document may address: it is for a person to say whether it does. */
export interface Proposal extends SpokenOf {
  readonly title: string;
}

/** More of one document would be a list that nobody reads. */
const most = 6;

/**
 * The criteria of the TSC in scope that a record may address and does not cite yet, by its title and its headings, the best
 * first.
 * @param facts those of its document
 * @param among the ids of those that are in question; undefined for all
 */
export function proposalsFor(
  entry: RecordEntry,
  facts: DocumentFacts,
  program: Program,
  among?: ReadonlySet<string>,
): readonly Proposal[] {
  const { index, shape } = entry;
  const headings = facts.markdown && index === 0 ? facts.markdown.headings.map(({ text }) => text) : [];
  const cited = new Set(shape.satisfies.map(({ id }) => id));
  const isAsked = ({ id }: SpokenOf) =>
    !cited.has(id) && program.isInScope(id) && (among === undefined || among.has(id));
  return spokenOf(entry, headings, program.catalog)
    .filter(isAsked)
    .slice(0, most)
    .map(spoken => ({ ...spoken, title: program.catalog.criterion(spoken.id)?.title ?? '' }));
}
