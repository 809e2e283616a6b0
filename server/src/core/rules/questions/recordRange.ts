import type { DocumentFacts } from '../../formats/facts.ts';
import { rangeOf } from '../../model/shape.ts';
import type { TextRange } from '../../text/range.ts';

/** Where a record of a document is shown: its id, else its title, else its first words. */
export function recordRange({ summary }: DocumentFacts, record: number): TextRange {
  return rangeOf(summary, record, summary.shape.records[record]?.at ?? 0);
}
