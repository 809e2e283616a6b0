import type { Program } from './program.ts';
import { citesAny, isDocumenting, type RecordEntry } from './record.ts';

/** The records that could say which criteria they address, and cite none. */
export function* unmappedRecords(program: Program): IterableIterator<RecordEntry> {
  for (const entry of mappableRecords(program)) if (!citesAny(entry)) yield entry;
}

/** The records that could say which criteria they address; templates and what is retired say nothing. */
export function* mappableRecords(program: Program): IterableIterator<RecordEntry> {
  for (const path of program.paths()) yield* program.records(path).filter(isMappable);
}

function isMappable({ shape }: RecordEntry): boolean {
  return isDocumenting(shape) && shape.standing !== 'retired' && shape.standing !== 'template';
}
