import type { Program } from '../../program/program.ts';
import { citesAny, type RecordEntry } from '../../program/record.ts';
import { placeOf, type RecordPlace } from '../rule.ts';

/**
 * Where a finding about the whole program is shown: at the manifest's categories, else its first key; without a
 * manifest at the first document by path that is filled in and cites a criterion, else the first document.
 */
export function programPlace(program: Program): RecordPlace | undefined {
  const { manifest } = program;
  if (manifest) {
    const at = manifest.shape.categories?.at ?? manifest.shape.at;
    return { path: manifest.path, record: 0, at };
  }
  const first =
    firstRecord(program, entry => citesAny(entry) && entry.shape.standing !== 'template') ??
    firstRecord(program, () => true);
  return first && placeOf(first);
}

function firstRecord(program: Program, isMeant: (entry: RecordEntry) => boolean): RecordEntry | undefined {
  let first: RecordEntry | undefined;
  for (const path of program.paths()) {
    if (first && first.path < path) continue;
    first = program.records(path).find(isMeant) ?? first;
  }
  return first;
}
