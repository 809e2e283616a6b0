import { type Bearing, bearingOf, type Tally } from '../bearing.ts';
import { carriersOf } from '../carriers.ts';
import { type CoveringRecord, firstCovering } from '../covering.ts';
import type { CriterionInTime } from '../evidence/criterionInTime.ts';
import type { Outlook } from '../outlook.ts';
import { reasonOf } from '../reason.ts';
import type { RecordEntry } from '../record.ts';
import type { Period } from '../report.ts';
import { type UnservedDays, unservedDays } from '../unserved.ts';

/** How the records bear on one criterion, and what was told of that since one of them last changed. */
interface Assessment {
  readonly tally: Map<Bearing, number>;
  told: Told;
}

/** What asks for all records that cite a criterion, remembered once it was asked for. */
interface Told {
  reason?: string;
  first?: { readonly record: CoveringRecord | undefined };
  carriers?: readonly string[];
  /** By the days of the period. */
  readonly unserved: Map<string, readonly UnservedDays[]>;
  /** By what windows are counted from. */
  readonly inTime: Map<string, CriterionInTime>;
}

/**
 * Counts how the records that cite a criterion bear on it, for each outlook, and keeps the counts by difference: an edit costs the
 * criteria that its record cites, however many others cite them too. What is told of a criterion beside its state, which asks
 * for all those records, is remembered until one of them changes.
 */
export class Tallies {
  readonly #citing: (criterion: string) => Iterable<RecordEntry>;
  /** By the key of the outlook, then by criterion; counted when it is first asked for. */
  readonly #tallies = new Map<
    string,
    { readonly outlook: Outlook; readonly byCriterion: Map<string, Assessment> }
  >();

  /** @param citing the records that cite a criterion, as they are now */
  constructor(citing: (criterion: string) => Iterable<RecordEntry>) {
    this.#citing = citing;
  }

  /** How the records count, as a report looks at them. */
  of(criterion: string, outlook: Outlook): Tally {
    return this.#assess(criterion, outlook).tally;
  }

  /** One sentence that says why a criterion stands where it does, as a report looks at it. */
  reason(criterion: string, outlook: Outlook): string {
    const { tally, told } = this.#assess(criterion, outlook);
    return (told.reason ??= reasonOf(criterion, this.#citing(criterion), tally, outlook));
  }

  /** The first of the records that bear on a criterion, as a report looks at them. */
  first(criterion: string, outlook: Outlook): CoveringRecord | undefined {
    const { told } = this.#assess(criterion, outlook);
    told.first ??= { record: firstCovering(criterion, this.#citing(criterion), outlook) };
    return told.first.record;
  }

  /** The names of the vendors that carry a criterion, as a report looks at it (see `carriersOf`). */
  carriers(criterion: string, outlook: Outlook): readonly string[] {
    const { tally, told } = this.#assess(criterion, outlook);
    if (!tally.has('vendor carvedOut')) return [];
    return (told.carriers ??= carriersOf(criterion, this.#citing(criterion), outlook));
  }

  /** The days of a period on which no control serves a criterion. */
  unserved(criterion: string, outlook: Outlook, period: Period): readonly UnservedDays[] {
    const { told } = this.#assess(criterion, outlook);
    const key = `${period.start} ${period.end}`;
    let days = told.unserved.get(key);
    if (!days) told.unserved.set(key, (days = unservedDays(criterion, this.#citing(criterion), period)));
    return days;
  }

  /**
   * What the windows of its controls say of a criterion.
   * @param key equal where windows are counted from the same
   * @param count counts it from the records that cite it
   */
  inTime(
    criterion: string,
    outlook: Outlook,
    key: string,
    count: (citing: Iterable<RecordEntry>) => CriterionInTime,
  ): CriterionInTime {
    const { told } = this.#assess(criterion, outlook);
    let inTime = told.inTime.get(key);
    if (!inTime) told.inTime.set(key, (inTime = count(this.#citing(criterion))));
    return inTime;
  }

  /** Forgets what the windows of its controls say of a criterion: their evidence has changed. */
  forgetTime(criterion: string): void {
    for (const { byCriterion } of this.#tallies.values()) byCriterion.get(criterion)?.told.inTime.clear();
  }

  #assess(criterion: string, outlook: Outlook): Assessment {
    let tallies = this.#tallies.get(outlook.key);
    if (!tallies) this.#tallies.set(outlook.key, (tallies = { outlook, byCriterion: new Map() }));
    let assessment = tallies.byCriterion.get(criterion);
    if (!assessment) {
      assessment = { tally: new Map(), told: nothingTold() };
      tallies.byCriterion.set(criterion, assessment);
      for (const entry of this.#citing(criterion))
        count(assessment.tally, bearingOf(criterion, entry, outlook), 1);
    }
    return assessment;
  }

  /** A record has come (1) or is to go (-1), with the criteria that it cites, each once. */
  change(entry: RecordEntry, criteria: Iterable<string>, by: 1 | -1): void {
    if (this.#tallies.size === 0) return;
    for (const criterion of criteria) {
      for (const { outlook, byCriterion } of this.#tallies.values()) {
        const assessment = byCriterion.get(criterion);
        if (!assessment) continue;
        assessment.told = nothingTold();
        count(assessment.tally, bearingOf(criterion, entry, outlook), by);
      }
    }
  }

  /** Forgets the outlooks, by their keys, that are not asked after any more. */
  keep(keys: ReadonlySet<string>): void {
    for (const key of this.#tallies.keys()) if (!keys.has(key)) this.#tallies.delete(key);
  }
}

function nothingTold(): Told {
  return { unserved: new Map(), inTime: new Map() };
}

function count(tally: Map<Bearing, number>, bearing: Bearing | undefined, by: 1 | -1): void {
  if (bearing === undefined) return;
  const left = (tally.get(bearing) ?? 0) + by;
  if (left === 0) tally.delete(bearing);
  else tally.set(bearing, left);
}
