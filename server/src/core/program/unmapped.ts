import type { Program } from './program.ts';
import { citesAny, isDocumenting, type RecordEntry } from './record.ts';

/** The records that could say which criteria they address, and cite none; templates and what is retired say nothing. */
export function* unmappedRecords(program: Program): IterableIterator<RecordEntry> {
  for (const path of program.paths()) yield* program.records(path).filter(isUnmapped);
}

function isUnmapped(entry: RecordEntry): boolean {
  const { shape } = entry;
  return (
    isDocumenting(shape) && shape.standing !== 'retired' && shape.standing !== 'template' && !citesAny(entry)
  );
}
