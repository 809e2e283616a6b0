import { type Bearing, bearingOf, type RecordEntry, type Tally } from './ladder.ts';

/**
 * Counts how the records that cite a criterion bear on it, day by day, and keeps the counts by difference: an edit costs the
 * criteria that its record cites, however many others cite them too.
 */
export class Tallies {
  readonly #citing: (criterion: string) => Iterable<RecordEntry>;
  /** By day, then by criterion; counted when it is first asked for. */
  readonly #byDay = new Map<string, Map<string, Map<Bearing, number>>>();

  /** @param citing the records that cite a criterion, as they are now */
  constructor(citing: (criterion: string) => Iterable<RecordEntry>) {
    this.#citing = citing;
  }

  /** How the records count on a day. */
  of(criterion: string, day: string): Tally {
    let ofDay = this.#byDay.get(day);
    if (!ofDay) this.#byDay.set(day, (ofDay = new Map()));
    let tally = ofDay.get(criterion);
    if (!tally) {
      ofDay.set(criterion, (tally = new Map()));
      for (const entry of this.#citing(criterion)) count(tally, bearingOf(criterion, entry, day), 1);
    }
    return tally;
  }

  /** A record has come (1) or is to go (-1), with the criteria that it cites, each once. */
  change(entry: RecordEntry, criteria: Iterable<string>, by: 1 | -1): void {
    if (this.#byDay.size === 0) return;
    for (const criterion of criteria) {
      for (const [day, ofDay] of this.#byDay) {
        const tally = ofDay.get(criterion);
        if (tally) count(tally, bearingOf(criterion, entry, day), by);
      }
    }
  }

  /** Forgets the days that are not asked after any more. */
  keep(days: ReadonlySet<string>): void {
    for (const day of this.#byDay.keys()) if (!days.has(day)) this.#byDay.delete(day);
  }
}

function count(tally: Map<Bearing, number>, bearing: Bearing | undefined, by: 1 | -1): void {
  if (bearing === undefined) return;
  const left = (tally.get(bearing) ?? 0) + by;
  if (left === 0) tally.delete(bearing);
  else tally.set(bearing, left);
}
