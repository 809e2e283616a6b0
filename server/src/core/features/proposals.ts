import type { DocumentFacts } from '../formats/facts.ts';
import { spokenInText } from '../formats/spokenInText.ts';
import type { Program } from '../program/program.ts';
import { hasDecidedOn, type RecordEntry } from '../program/record.ts';
import { type SpokenOf, spokenOf } from '../program/speaking.ts';
import { hash } from '../text/hash.ts';

/** A criterion that a document may address: it is for a person to say whether it does. */
export interface Proposal extends SpokenOf {
  readonly title: string;
}

/** More of one document would be a list that nobody reads. */
const most = 6;

/**
 * The criteria of the TSC in scope that a record may address, and neither cites nor denies, by its title and its headings,
 * the best first; by its text too where they tell nothing, or where criteria are asked about.
 * @param facts those of its document
 * @param among the ids of those that are in question; undefined for all
 */
export function proposalsFor(
  entry: RecordEntry,
  facts: DocumentFacts,
  program: Program,
  among?: ReadonlySet<string>,
): readonly Proposal[] {
  const body = entry.index === 0 ? facts.markdown : undefined;
  const headings = body?.headings.map(({ text }) => text) ?? [];
  const isAsked = ({ id }: SpokenOf) =>
    !hasDecidedOn(entry, id) && program.isInScope(id) && (among === undefined || among.has(id));
  const byNames = spokenOf(entry, headings, program.catalog);
  // By its text nearly every document speaks of something.
  const isRead = body && (among !== undefined || byNames.length === 0);
  const inText = isRead ? spokenInText(facts.text, facts.role) : [];
  const spoken = inText.length > 0 ? spokenOf(entry, headings, program.catalog, inText) : byNames;
  return spoken
    .filter(isAsked)
    .slice(0, most)
    .map(one => ({ ...one, title: program.catalog.criterion(one.id)?.title ?? '' }));
}

/**
 * What tells whether a record still says what it did when criteria were proposed for it, as its number among those of its
 * document may have become another's.
 * @param record its number
 * @returns undefined where the document has no such record
 */
export function digestOf({ text, records }: DocumentFacts, record: number): string | undefined {
  const own = records[record];
  return own && hash(own.mapping ? text.slice(own.mapping.start, own.mapping.end) : text);
}
