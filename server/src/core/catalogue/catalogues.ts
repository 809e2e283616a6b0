// The catalogues of a programme. Each id is looked up inside its own: what `satisfies` cites under a name means the
// catalogue of that name and no other.
import type { Catalogue, Criterion, Group, PointOfFocus } from './catalogue.ts';
import type { Withdrawn } from './readers/found.ts';
import { tsc } from './tsc.ts';

/** A catalogue with the other spellings of its ids, and what has been taken back of it. */
export interface KnownCatalogue {
  readonly catalogue: Catalogue;
  /** Other names by which a mapping may call it. */
  readonly alsoCalled: readonly string[];
  /** Other spellings of ids, in lower case, with the id that each stands for. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly withdrawn: readonly Withdrawn[];
}

/** What an id under the name of a catalogue was found to be. Its key tells it from those of other catalogues. */
export type Meant =
  | { readonly form: 'criterion'; readonly key: string; readonly criterion: Criterion }
  | { readonly form: 'group'; readonly key: string; readonly group: Group }
  | {
      readonly form: 'point';
      readonly key: string;
      readonly criterion: Criterion;
      readonly point: PointOfFocus;
    };

/** What a key stands for, with the catalogue that has it. */
export interface Entry<Thing> {
  readonly catalogue: Catalogue;
  readonly thing: Thing;
}

/** The name under which an id of a bare list is kept that is none of the TSC by its form: `AC-2`, `A.8.24`. */
export const noName = 'other';

/** Nobody means so many criteria by a range. */
const mostInRange = 1000;
/** A hyphen is a part of too many ids to be the sign of a range without blanks around it. */
const rangeSign = /(?<!\s)\s*[–—‑]\s*|(?<!\s)\s+(?:-|to|through)\s+/g;

/**
 * What stands for a criterion, group or cited id in a programme: the id for the TSC, which has no spaces in its ids, else the
 * name of the catalogue before the id.
 */
export function keyOf(name: string, id: string): string {
  return name === tsc.name ? id : `${name} ${id}`;
}

/** A catalogue's name as it is compared: without case, spaces, hyphens and underscores. */
export function foldedName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]+/g, '');
}

/** Catalogues by name, the TSC first. They do not change. */
export class Catalogues {
  readonly all: readonly Catalogue[];
  /** The TSC, in the words that were laid over it. */
  readonly tsc: Catalogue;
  readonly #known = new Map<string, KnownCatalogue>();
  readonly #spellings = new Map<Catalogue, ReadonlyMap<string, string>>();
  readonly #criteria = new Map<string, Entry<Criterion>>();
  readonly #groups = new Map<string, Entry<Group>>();

  /** @param known the TSC first; of two with one name the first counts */
  constructor(known: readonly KnownCatalogue[]) {
    for (const one of known) {
      const name = foldedName(one.catalogue.name);
      if (!this.#known.has(name)) this.#known.set(name, one);
    }
    this.all = [...this.#known.values()].map(({ catalogue }) => catalogue);
    this.tsc = this.all.find(({ name }) => name === tsc.name) ?? tsc;
    for (const catalogue of this.all) {
      for (const criterion of catalogue.criteria) {
        const key = keyOf(catalogue.name, criterion.id);
        if (!this.#criteria.has(key)) this.#criteria.set(key, { catalogue, thing: criterion });
      }
      for (const group of catalogue.groups) {
        const key = keyOf(catalogue.name, group.id);
        if (!this.#groups.has(key)) this.#groups.set(key, { catalogue, thing: group });
      }
    }
  }

  /** The catalogue of this name, in any case, with or without spaces and hyphens; undefined if there is none. */
  named(name: string): Catalogue | undefined {
    return this.known(name)?.catalogue;
  }

  /** As `named`, with what else is known of it. */
  known(name: string): KnownCatalogue | undefined {
    return this.#known.get(foldedName(name));
  }

  /** The criterion of a key. */
  criterion(key: string): Entry<Criterion> | undefined {
    return this.#criteria.get(key);
  }

  /** The group of a key. */
  group(key: string): Entry<Group> | undefined {
    return this.#groups.get(key);
  }

  /** The key of the group that a criterion is in, and those of all its members; undefined where it is in none. */
  groupOf(key: string): { readonly key: string; readonly members: readonly string[] } | undefined {
    const found = this.#criteria.get(key);
    const group = found?.catalogue.group(found.thing.group ?? '');
    if (!found || !group) return undefined;
    const { name } = found.catalogue;
    const members = found.catalogue.members(group.id).map(({ id }) => keyOf(name, id));
    return { key: keyOf(name, group.id), members };
  }

  /** The keys of every group. */
  groupKeys(): IterableIterator<string> {
    return this.#groups.keys();
  }

  /** The keys of every criterion. */
  criterionKeys(): IterableIterator<string> {
    return this.#criteria.keys();
  }

  /** What an id means in a catalogue: as it is written, else in another spelling or case; undefined where it means nothing. */
  meant(catalogue: Catalogue, written: string): Meant | undefined {
    const { name } = catalogue;
    const id = this.#idOf(catalogue, written);
    const criterion = catalogue.criterion(id);
    if (criterion) return { form: 'criterion', key: keyOf(name, id), criterion };
    const group = catalogue.group(id);
    if (group) return { form: 'group', key: keyOf(name, id), group };
    const [, ofPoint, number] = /^(.+?)[-. ]?POF[- ]?(\d{1,6})$/i.exec(written) ?? [];
    if (ofPoint === undefined) return undefined;
    const pointed = catalogue.criterion(this.#idOf(catalogue, ofPoint));
    const point = pointed?.points.find(one => one.number === Number(number));
    return pointed && point && { form: 'point', key: keyOf(name, pointed.id), criterion: pointed, point };
  }

  /**
   * The keys of what stands under a catalogue's name: one, or those of the criteria of a range (`A.5.1–A.5.4`). What the
   * catalogue does not have has the key that it would have; what stands under an unknown name has none.
   */
  keysOf(name: string, written: string): readonly string[] {
    if (name === tsc.name) return [written];
    const catalogue = this.named(name) ?? (name === noName ? this.#having(written) : undefined);
    if (!catalogue) return [];
    const meant = this.meant(catalogue, written);
    return meant ? [meant.key] : (this.#range(catalogue, written) ?? [keyOf(catalogue.name, written)]);
  }

  /** The first catalogue, the TSC aside, that has an id which stands under no name. */
  #having(written: string): Catalogue | undefined {
    return this.all.find(one => one !== this.tsc && this.meant(one, written) !== undefined);
  }

  #range(catalogue: Catalogue, written: string): readonly string[] | undefined {
    for (const sign of written.matchAll(rangeSign)) {
      const ends = [written.slice(0, sign.index), written.slice(sign.index + sign[0].length)];
      const [first, last] = ends.map(end =>
        catalogue.criteria.findIndex(({ id }) => id === this.#idOf(catalogue, end)),
      );
      if (first === undefined || last === undefined || first < 0 || last <= first) continue;
      return catalogue.criteria
        .slice(first, Math.min(last + 1, first + mostInRange))
        .map(({ id }) => keyOf(catalogue.name, id));
    }
    return undefined;
  }

  /** An id as its catalogue writes it, as far as that is known. */
  #idOf(catalogue: Catalogue, written: string): string {
    if (catalogue.criterion(written) ?? catalogue.group(written)) return written;
    let spellings = this.#spellings.get(catalogue);
    if (!spellings) this.#spellings.set(catalogue, (spellings = this.#spellingsOf(catalogue)));
    return spellings.get(written.toLowerCase()) ?? written;
  }

  #spellingsOf({ name, criteria, groups }: Catalogue): ReadonlyMap<string, string> {
    const ids = [...groups, ...criteria].map(({ id }) => [id.toLowerCase(), id] as const);
    return new Map([...(this.known(name)?.aliases ?? []), ...ids]);
  }
}

/** The catalogue that is always there, alone. */
export const onlyTsc = new Catalogues([knownCatalogue(tsc)]);

/** A catalogue of which nothing else is known. */
export function knownCatalogue(catalogue: Catalogue): KnownCatalogue {
  return { catalogue, alsoCalled: [], aliases: new Map(), withdrawn: [] };
}
