import type { DocumentFacts } from '../formats/facts.ts';
import type { RecordShape } from '../model/shape.ts';
import type { Program } from '../program/program.ts';

/** What a feature of the editor sees: one document's facts, freshly read, and the program it belongs to. */
export interface Editing {
  readonly path: string;
  readonly facts: DocumentFacts;
  readonly program: Program;
}

/** The number of the record that an offset lies in: the last one that begins before it. */
export function recordAt({ facts }: Editing, offset: number): number {
  let found = 0;
  for (const [i, { mapping }] of facts.records.entries()) if (mapping && mapping.start <= offset) found = i;
  return found;
}

/** The record that an offset lies in; undefined where the document has none. */
export function shapeAt(editing: Editing, offset: number): RecordShape | undefined {
  return editing.facts.summary.shape.records[recordAt(editing, offset)];
}
