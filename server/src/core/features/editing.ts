import type { DocumentFacts } from '../formats/facts.ts';
import { recordAt } from '../formats/recordAt.ts';
import type { RecordShape } from '../model/shape.ts';
import type { Program } from '../program/program.ts';
import type { TextsRead } from '../program/speaking.ts';

/** What a feature of the editor sees: one document's facts, freshly read, and the program it belongs to. */
export interface Editing {
  readonly path: string;
  readonly facts: DocumentFacts;
  readonly program: Program;
  /** The criteria that the texts of the program's documents speak of; absent if nothing has asked for them. */
  readonly texts?: TextsRead;
}

/** The record that an offset lies in; undefined where the document has none. */
export function shapeAt(editing: Editing, offset: number): RecordShape | undefined {
  return editing.facts.summary.shape.records[recordAt(editing.facts, offset)];
}
