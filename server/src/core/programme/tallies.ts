import { type Bearing, bearingOf, type Outlook, type RecordEntry, type Tally } from './ladder.ts';

/**
 * Counts how the records that cite a criterion bear on it, for each outlook, and keeps the counts by difference: an edit costs the
 * criteria that its record cites, however many others cite them too.
 */
export class Tallies {
  readonly #citing: (criterion: string) => Iterable<RecordEntry>;
  /** By the key of the outlook, then by criterion; counted when it is first asked for. */
  readonly #tallies = new Map<
    string,
    { readonly outlook: Outlook; readonly byCriterion: Map<string, Map<Bearing, number>> }
  >();

  /** @param citing the records that cite a criterion, as they are now */
  constructor(citing: (criterion: string) => Iterable<RecordEntry>) {
    this.#citing = citing;
  }

  /** How the records count, as a report looks at them. */
  of(criterion: string, outlook: Outlook): Tally {
    let tallies = this.#tallies.get(outlook.key);
    if (!tallies) this.#tallies.set(outlook.key, (tallies = { outlook, byCriterion: new Map() }));
    let tally = tallies.byCriterion.get(criterion);
    if (!tally) {
      tallies.byCriterion.set(criterion, (tally = new Map()));
      for (const entry of this.#citing(criterion)) count(tally, bearingOf(criterion, entry, outlook), 1);
    }
    return tally;
  }

  /** A record has come (1) or is to go (-1), with the criteria that it cites, each once. */
  change(entry: RecordEntry, criteria: Iterable<string>, by: 1 | -1): void {
    if (this.#tallies.size === 0) return;
    for (const criterion of criteria) {
      for (const { outlook, byCriterion } of this.#tallies.values()) {
        const tally = byCriterion.get(criterion);
        if (tally) count(tally, bearingOf(criterion, entry, outlook), by);
      }
    }
  }

  /** Forgets the outlooks, by their keys, that are not asked after any more. */
  keep(keys: ReadonlySet<string>): void {
    for (const key of this.#tallies.keys()) if (!keys.has(key)) this.#tallies.delete(key);
  }
}

function count(tally: Map<Bearing, number>, bearing: Bearing | undefined, by: 1 | -1): void {
  if (bearing === undefined) return;
  const left = (tally.get(bearing) ?? 0) + by;
  if (left === 0) tally.delete(bearing);
  else tally.set(bearing, left);
}
