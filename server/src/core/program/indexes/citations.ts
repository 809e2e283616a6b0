import type { Catalogs } from '../../catalog/catalogs.ts';
import { MultiMap } from '../multiMap.ts';
import { citedBy, type RecordEntry } from '../record.ts';
import type { Touched } from '../touched.ts';
import { pictureOf, recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';
import { Tallies } from './tallies.ts';

/** The records by the criteria, points and groups that they cite, and how many bear on each as what. */
export class Citations implements RecordIndex {
  readonly #catalogs: () => Catalogs;
  readonly #citing = new MultiMap<RecordEntry>();
  readonly tallies = new Tallies(criterion => this.of(criterion));
  #areIdsNew = false;

  /** @param catalogs gives the catalogs that are known now */
  constructor(catalogs: () => Catalogs) {
    this.#catalogs = catalogs;
  }

  set(entry: RecordEntry, touched: Touched): void {
    const cited = citedBy(entry);
    for (const id of cited) {
      this.#areIdsNew ||= !this.#citing.has(id);
      this.#citing.add(id, entry);
    }
    this.tallies.change(entry, cited, 1);
    this.#touch(entry, cited, touched);
  }

  remove(entry: RecordEntry, touched: Touched): void {
    const cited = citedBy(entry);
    this.tallies.change(entry, cited, -1);
    for (const id of cited) {
      this.#citing.delete(id, entry);
      this.#areIdsNew ||= !this.#citing.has(id);
    }
    this.#touch(entry, cited, touched);
  }

  /** The records that cite a criterion, one of its points, or (for the key of a group) the group. */
  of(id: string): ReadonlySet<RecordEntry> {
    return this.#citing.get(id);
  }

  /** Every id that a record cites. */
  ids(): IterableIterator<string> {
    return this.#citing.keys();
  }

  /** Whether an id has come to be cited, or is cited no more, since `takeIds`. */
  get areIdsNew(): boolean {
    return this.#areIdsNew;
  }

  /** Every id that a record cites, for whoever follows them. */
  takeIds(): IterableIterator<string> {
    this.#areIdsNew = false;
    return this.ids();
  }

  touchAll(touched: Touched): void {
    for (const key of this.#catalogs().criterionKeys()) touched.criteria.add(key);
    for (const key of this.#catalogs().groupKeys()) touched.criteria.add(key);
    for (const id of this.#citing.keys()) touched.criteria.add(id);
  }

  picture(): unknown {
    return pictureOf(this.#citing, recordName);
  }

  #touch({ elsewhere }: RecordEntry, cited: ReadonlySet<string>, touched: Touched): void {
    for (const id of cited) touched.criteria.add(id);
    for (const keys of elsewhere?.values() ?? []) for (const key of keys) this.#touchGroup(key, touched);
  }

  /** In a catalog of one's own what is missing is told of by its groups, where nothing in them is addressed. */
  #touchGroup(criterion: string, touched: Touched): void {
    const group = this.#catalogs().groupOf(criterion);
    if (!group) return;
    touched.criteria.add(group.key);
    for (const member of group.members) touched.criteria.add(member);
  }
}
