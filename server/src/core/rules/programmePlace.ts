import type { RecordEntry } from '../programme/ladder.ts';
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
  const first =
    firstRecord(programme, ({ shape }) => shape.satisfies.length > 0) ?? firstRecord(programme, () => true);
  return first && placeOf(first);
}

function firstRecord(
  programme: Programme,
  isMeant: (entry: RecordEntry) => boolean,
): RecordEntry | undefined {
  let first: RecordEntry | undefined;
  for (const path of programme.paths()) {
    if (first && first.path < path) continue;
    first = programme.records(path).find(isMeant) ?? first;
  }
  return first;
}
