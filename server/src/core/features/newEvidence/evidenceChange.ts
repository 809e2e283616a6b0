import type { DocumentFacts } from '../../formats/facts.ts';
import type { EvidenceAsked } from './evidenceAsked.ts';
import { type EvidencePlace, type NewEvidence, newEvidence } from './newEvidence.ts';

/** What changes where evidence is added. */
export interface EvidenceChange {
  /** The records, in the order in which they were asked for. */
  readonly records: readonly [NewEvidence, ...NewEvidence[]];
  /** By path, the documents that change: what they hold now, undefined for a new one, and what they are to hold. */
  readonly documents: ReadonlyMap<string, { readonly before: string | undefined; readonly text: string }>;
}

/**
 * The records of several files, one behind the other; undefined where the program would not read one of them (see
 * `newEvidence`), or where there is no file.
 */
export function evidenceChange(
  place: EvidencePlace,
  all: readonly EvidenceAsked[],
): EvidenceChange | undefined {
  const documents = new Map<string, { readonly before: string | undefined; readonly text: string }>();
  const made: NewEvidence[] = [];
  const factsAt = (path: string): DocumentFacts | undefined => {
    const changed = documents.get(path);
    return changed ? place.read(path, changed.text) : place.factsAt(path);
  };
  for (const asked of all) {
    const last = made.at(-1);
    const behind = last?.edit && { path: last.path, index: last.index };
    const record = newEvidence({ ...place, factsAt, behind, taken: made.map(({ id }) => id) }, asked);
    if (!record || (!record.edit && documents.has(record.path))) return undefined;
    const before = record.edit ? place.factsAt(record.path)?.text : undefined;
    documents.set(record.path, { before, text: record.text });
    made.push(record);
  }
  const [first, ...others] = made;
  return first && { records: [first, ...others], documents };
}
