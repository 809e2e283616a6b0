import type { Programme } from '../programme/programme.ts';
import { placeOf, type RecordPlace } from './rule.ts';

/**
 * Where a finding about the whole programme is shown: at the manifest's categories, else its first key; without a
 * manifest at the first document by path that cites a criterion, else the first document.
 */
export function programmePlace(programme: Programme): RecordPlace | undefined {
  const { manifest } = programme;
  if (manifest) {
    const at = manifest.shape.categories?.at ?? manifest.shape.at;
    return { path: manifest.path, record: 0, at };
  }
  const entries = [...programme.paths()].sort().flatMap(path => programme.records(path));
  const first = entries.find(({ shape }) => shape.satisfies.length > 0) ?? entries[0];
  return first && placeOf(first);
}
