// The catalogs of a program. Each id is looked up inside its own: what `satisfies` cites under a name means the
// catalog of that name and no other.
import type { Catalog, Criterion, Group, PointOfFocus } from './catalog.ts';
import { isCommon } from './isCommon.ts';
import type { Withdrawn } from './readers/found.ts';
import { tsc } from './tsc.ts';

/** A catalog with the other spellings of its ids, and what has been taken back of it. */
export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** Other names by which a mapping may call it. */
  readonly alsoCalled: readonly string[];
  /** Other spellings of ids, in lower case, with the id that each stands for. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly withdrawn: readonly Withdrawn[];
}

/** What an id under the name of a catalog was found to be. Its key tells it from those of other catalogs. */
export type Meant =
  | { readonly form: 'criterion'; readonly key: string; readonly criterion: Criterion }
  | { readonly form: 'group'; readonly key: string; readonly group: Group }
  | {
      readonly form: 'point';
      readonly key: string;
      readonly criterion: Criterion;
      readonly point: PointOfFocus;
    };

/** What a key stands for, with the catalog that has it. */
export interface Entry<Thing> {
  readonly catalog: Catalog;
  readonly thing: Thing;
}

/** The name under which an id of a bare list is kept that is none of the TSC by its form: `AC-2`, `A.8.24`. */
export const noName = 'other';

/** Nobody means so many criteria by a range. */
const mostInRange = 1000;
/** A hyphen is a part of too many ids to be the sign of a range without blanks around it. */
const rangeSign = /(?<!\s)\s*[–—‑]\s*|(?<!\s)\s+(?:-|to|through)\s+/g;

/**
 * What stands for a criterion, group or cited id in a program: the id for the TSC, which has no spaces in its ids, else the
 * name of the catalog before the id.
 */
export function keyOf(name: string, id: string): string {
  return name === tsc.name ? id : `${name} ${id}`;
}

/** A catalog's name as it is compared: without case, spaces, hyphens and underscores. */
export function foldedName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]+/g, '');
}

/** Catalogs by name, the TSC first. They do not change. */
export class Catalogs {
  readonly all: readonly Catalog[];
  /** The TSC, in the words that were laid over it. */
  readonly tsc: Catalog;
  readonly #loaded = new Map<string, LoadedCatalog>();
  readonly #spellings = new Map<Catalog, ReadonlyMap<string, string>>();
  readonly #criteria = new Map<string, Entry<Criterion>>();
  readonly #groups = new Map<string, Entry<Group>>();

  /** @param known the TSC first; of two with one name the first counts */
  constructor(loaded: readonly LoadedCatalog[]) {
    for (const one of loaded) {
      const name = foldedName(one.catalog.name);
      if (!this.#loaded.has(name)) this.#loaded.set(name, one);
    }
    this.all = [...this.#loaded.values()].map(({ catalog }) => catalog);
    this.tsc = this.all.find(({ name }) => name === tsc.name) ?? tsc;
    for (const catalog of this.all) {
      for (const criterion of catalog.criteria) {
        const key = keyOf(catalog.name, criterion.id);
        if (!this.#criteria.has(key)) this.#criteria.set(key, { catalog, thing: criterion });
      }
      for (const group of catalog.groups) {
        const key = keyOf(catalog.name, group.id);
        if (!this.#groups.has(key)) this.#groups.set(key, { catalog, thing: group });
      }
    }
  }

  /** The catalog of this name, in any case, with or without spaces and hyphens; undefined if there is none. */
  named(name: string): Catalog | undefined {
    return this.loaded(name)?.catalog;
  }

  /** As `named`, with the other spellings. */
  loaded(name: string): LoadedCatalog | undefined {
    return this.#loaded.get(foldedName(name));
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
    const group = found?.catalog.group(found.thing.group ?? '');
    if (!found || !group) return undefined;
    const { name } = found.catalog;
    const members = found.catalog.members(group.id).map(({ id }) => keyOf(name, id));
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

  /** What an id means in a catalog: as it is written, else in another spelling or case; undefined where it means nothing. */
  meant(catalog: Catalog, written: string): Meant | undefined {
    const { name } = catalog;
    const id = this.#idOf(catalog, written);
    const criterion = catalog.criterion(id);
    if (criterion) return { form: 'criterion', key: keyOf(name, id), criterion };
    const group = catalog.group(id);
    if (group) return { form: 'group', key: keyOf(name, id), group };
    const [, ofPoint, number] = /^(.+?)[-. ]?POF[- ]?(\d{1,6})$/i.exec(written) ?? [];
    if (ofPoint === undefined) return undefined;
    const pointed = catalog.criterion(this.#idOf(catalog, ofPoint));
    const point = pointed?.points.find(one => one.number === Number(number));
    return pointed && point && { form: 'point', key: keyOf(name, pointed.id), criterion: pointed, point };
  }

  /**
   * The keys of what stands under a catalog's name: one, or those of the criteria of a range (`A.5.1–A.5.4`). What the
   * catalog does not have has the key that it would have. What stands under an unknown name has none, except for an id of the
   * common criteria, which no other framework has: its key lets a rule tell of it.
   */
  keysOf(name: string, written: string): readonly string[] {
    if (name === tsc.name) return [written];
    const catalog = this.named(name) ?? (name === noName ? this.#having(written) : undefined);
    if (!catalog) return isCommon(written.toUpperCase(), this.tsc) ? [keyOf(name, written)] : [];
    const meant = this.meant(catalog, written);
    return meant ? [meant.key] : (this.#range(catalog, written) ?? [keyOf(catalog.name, written)]);
  }

  /** The first catalog, the TSC aside, that has an id which stands under no name. */
  #having(written: string): Catalog | undefined {
    return this.all.find(one => one !== this.tsc && this.meant(one, written) !== undefined);
  }

  #range(catalog: Catalog, written: string): readonly string[] | undefined {
    for (const sign of written.matchAll(rangeSign)) {
      const ends = [written.slice(0, sign.index), written.slice(sign.index + sign[0].length)];
      const [first, last] = ends.map(end =>
        catalog.criteria.findIndex(({ id }) => id === this.#idOf(catalog, end)),
      );
      if (first === undefined || last === undefined || first < 0 || last <= first) continue;
      return catalog.criteria
        .slice(first, Math.min(last + 1, first + mostInRange))
        .map(({ id }) => keyOf(catalog.name, id));
    }
    return undefined;
  }

  /** An id as its catalog writes it, as far as that is known. */
  #idOf(catalog: Catalog, written: string): string {
    if (catalog.criterion(written) ?? catalog.group(written)) return written;
    let spellings = this.#spellings.get(catalog);
    if (!spellings) this.#spellings.set(catalog, (spellings = this.#spellingsOf(catalog)));
    return spellings.get(written.toLowerCase()) ?? written;
  }

  #spellingsOf({ name, criteria, groups }: Catalog): ReadonlyMap<string, string> {
    const ids = [...groups, ...criteria].map(({ id }) => [id.toLowerCase(), id] as const);
    return new Map([...(this.loaded(name)?.aliases ?? []), ...ids]);
  }
}

/** The catalog that is always there, alone. */
export const onlyTsc = new Catalogs([loadedCatalog(tsc)]);

/** A catalog of which nothing else is known. */
export function loadedCatalog(catalog: Catalog): LoadedCatalog {
  return { catalog, alsoCalled: [], aliases: new Map(), withdrawn: [] };
}
