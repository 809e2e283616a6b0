import type { CitationShape } from '../model/shape.ts';
import { type Aside, asideOf, type Bearing, bearingOf } from './bearing.ts';
import type { Outlook } from './outlook.ts';
import { byPlace, cites, type RecordEntry } from './record.ts';

/** A record that bears on a criterion, and how. */
export interface CoveringRecord {
  readonly entry: RecordEntry;
  readonly citation: CitationShape;
  readonly as: 'control' | 'vendor' | 'document' | 'mention';
  /** The same more exactly. */
  readonly bearing: Bearing;
  /** Why it does not count, if it does not. */
  readonly aside: Aside | undefined;
}

/**
 * The records that bear on a criterion, as a report looks at them: controls, then vendors, then documents, then mentions, and
 * what does not count last.
 */
export function coveringRecords(
  criterion: string,
  citing: Iterable<RecordEntry>,
  outlook: Outlook,
): CoveringRecord[] {
  return [...citing].flatMap(entry => covering(criterion, entry, outlook)).sort(byBearing);
}

/** The first of them; undefined where none bears on it. */
export function firstCovering(
  criterion: string,
  citing: Iterable<RecordEntry>,
  outlook: Outlook,
): CoveringRecord | undefined {
  const ranks = new Map<Bearing, number>();
  const rankOfBearing = (bearing: Bearing) => {
    const rank = ranks.get(bearing) ?? rankOf({ as: kindOfBearing(bearing), aside: asideOf(bearing) });
    ranks.set(bearing, rank);
    return rank;
  };
  let first: { readonly entry: RecordEntry; readonly rank: number } | undefined;
  for (const entry of citing) {
    const bearing = bearingOf(criterion, entry, outlook);
    const rank = bearing === undefined ? Number.POSITIVE_INFINITY : rankOfBearing(bearing);
    if (rank < (first?.rank ?? Number.POSITIVE_INFINITY)) first = { entry, rank };
    else if (first && rank === first.rank && byPlace(entry, first.entry) < 0) first = { entry, rank };
  }
  return first && covering(criterion, first.entry, outlook)[0];
}

function byBearing(a: CoveringRecord, b: CoveringRecord): number {
  return rankOf(a) - rankOf(b) || byPlace(a.entry, b.entry);
}

function covering(criterion: string, entry: RecordEntry, outlook: Outlook): CoveringRecord[] {
  const bearing = bearingOf(criterion, entry, outlook);
  const citation = [...entry.shape.satisfies, ...entry.shape.mentions].find(one =>
    cites(entry, one, criterion),
  );
  if (bearing === undefined || !citation) return [];
  return [{ entry, citation, as: kindOfBearing(bearing), bearing, aside: asideOf(bearing) }];
}

function kindOfBearing(bearing: Bearing): CoveringRecord['as'] {
  if (bearing.startsWith('control')) return 'control';
  if (bearing.startsWith('vendor')) return 'vendor';
  return bearing.startsWith('document') ? 'document' : 'mention';
}

function rankOf({ as, aside }: Pick<CoveringRecord, 'as' | 'aside'>): number {
  return ['control', 'vendor', 'document', 'mention'].indexOf(as) + (aside ? 4 : 0);
}
