import type { DocumentFacts } from '../../formats/facts.ts';
import { recordAt } from '../../formats/recordAt.ts';
import { rangeOf } from '../../model/shape.ts';
import { type Use, usesIn, usesInManifest } from '../../program/uses.ts';
import type { TextRange } from '../../text/range.ts';

/** A use and where it is, without the quotes around it. */
export interface RangedUse {
  readonly use: Use;
  readonly range: TextRange;
}

/** A text, and what was read in it. */
export type ReadText = Pick<DocumentFacts, 'text' | 'summary'>;

/** What the records of a document, or the manifest, name under keys. */
export function* usesInDocument(facts: ReadText): Iterable<RangedUse> {
  const { manifest, records } = facts.summary.shape;
  if (manifest) yield* ranged(facts, 0, usesInManifest(manifest));
  for (const [record, shape] of records.entries()) yield* ranged(facts, record, usesIn(shape));
}

/** The same of the one record that an offset lies in. */
export function usesAround(facts: DocumentFacts, offset: number): readonly RangedUse[] {
  const { manifest, records } = facts.summary.shape;
  if (manifest) return ranged(facts, 0, usesInManifest(manifest));
  const record = recordAt(facts, offset);
  const shape = records[record];
  return shape ? ranged(facts, record, usesIn(shape)) : [];
}

function ranged({ text, summary }: ReadText, record: number, uses: readonly Use[]): RangedUse[] {
  return uses.map(use => ({ use, range: unquoted(text, rangeOf(summary, record, use.at)) }));
}

/** A place of a text without the quotes around it. */
export function unquoted(text: string, { start, end }: TextRange): TextRange {
  const quote = text.charAt(start);
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text.charAt(end - 1) === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
