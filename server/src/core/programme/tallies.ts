import {
  type Bearing,
  bearingOf,
  type CoveringRecord,
  firstCovering,
  type Outlook,
  type RecordEntry,
  type Tally,
} from './ladder.ts';
import { reasonOf } from './reason.ts';

/** What is told of a criterion beside its state. */
export interface Told {
  /** One sentence that says why it stands where it does. */
  readonly reason: string;
  /** The first of the records that bear on it. */
  readonly first: CoveringRecord | undefined;
}

/** How the records bear on one criterion, and what was told of it since one of them last changed. */
interface Count {
  readonly tally: Map<Bearing, number>;
  told: Told | undefined;
}

/**
 * Counts how the records that cite a criterion bear on it, for each outlook, and keeps the counts by difference: an edit costs the
 * criteria that its record cites, however many others cite them too.
 */
export class Tallies {
  readonly #citing: (criterion: string) => Iterable<RecordEntry>;
  /** By the key of the outlook, then by criterion; counted when it is first asked for. */
  readonly #tallies = new Map<
    string,
    { readonly outlook: Outlook; readonly byCriterion: Map<string, Count> }
  >();

  /** @param citing the records that cite a criterion, as they are now */
  constructor(citing: (criterion: string) => Iterable<RecordEntry>) {
    this.#citing = citing;
  }

  /** How the records count, as a report looks at them. */
  of(criterion: string, outlook: Outlook): Tally {
    return this.#count(criterion, outlook).tally;
  }

  /** What is told of a criterion, as a report looks at it: many ask for it again and again. */
  told(criterion: string, outlook: Outlook): Told {
    const known = this.#count(criterion, outlook);
    const citing = this.#citing(criterion);
    known.told ??= {
      reason: reasonOf(criterion, citing, known.tally, outlook),
      first: firstCovering(criterion, citing, outlook),
    };
    return known.told;
  }

  #count(criterion: string, outlook: Outlook): Count {
    let counts = this.#tallies.get(outlook.key);
    if (!counts) this.#tallies.set(outlook.key, (counts = { outlook, byCriterion: new Map() }));
    let known = counts.byCriterion.get(criterion);
    if (!known) {
      counts.byCriterion.set(criterion, (known = { tally: new Map(), told: undefined }));
      for (const entry of this.#citing(criterion))
        count(known.tally, bearingOf(criterion, entry, outlook), 1);
    }
    return known;
  }

  /** A record has come (1) or is to go (-1), with the criteria that it cites, each once. */
  change(entry: RecordEntry, criteria: Iterable<string>, by: 1 | -1): void {
    if (this.#tallies.size === 0) return;
    for (const criterion of criteria) {
      for (const { outlook, byCriterion } of this.#tallies.values()) {
        const known = byCriterion.get(criterion);
        if (!known) continue;
        known.told = undefined;
        count(known.tally, bearingOf(criterion, entry, outlook), by);
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
