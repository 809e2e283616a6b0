// What a catalog of criteria is, and how it is looked up. The built-in one is tsc.ts; a user's own has the same face.

/** The part an organization plays for personal information (privacy's points differ by it). */
export type PrivacyRole = 'controller' | 'processor';

/** An illustration of what a criterion may involve: guidance, not a requirement. */
export interface PointOfFocus {
  /** As it is cited: `CC6.1-POF2`. */
  readonly id: string;
  /** The id of the criterion that it illustrates. */
  readonly criterion: string;
  /** Its place in the criterion's list, from 1. Titles repeat, so the number is what identifies it. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** The one category it belongs to, or a circumstance that is no category (circumstances.ts); absent: general. */
  readonly only?: string;
  /** The role to which it is likely to matter; absent: both. Every role still considers every point. */
  readonly role?: PrivacyRole;
}

/** One criterion, described in our own words. */
export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The id of its group, if it has one. */
  readonly group?: string;
  /** The number of the COSO 2013 principle that it restates. */
  readonly coso?: number;
  readonly auditorsLookAt: readonly string[];
  readonly controls: readonly string[];
  readonly evidence: readonly string[];
  readonly policies: readonly string[];
  /** Ids of criteria of the same catalog. */
  readonly related: readonly string[];
  readonly points: readonly PointOfFocus[];
}

/** A series of criteria with a heading, such as CC6. */
export interface Group {
  readonly id: string;
  readonly title: string;
  /** The id of the category that brings it into scope; absent: it is always in scope. */
  readonly category?: string;
}

/** What a report can be about, such as Availability. */
export interface Category {
  readonly id: string;
  readonly title: string;
  /** Other names by which a document may call it. */
  readonly aliases: readonly string[];
  /** True where its criteria apply whichever categories are chosen. */
  readonly common: boolean;
}

/** What a description of the system is expected to tell. */
export interface DescriptionCriterion {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The types of report that it applies to. */
  readonly appliesTo: readonly (1 | 2)[];
  /** What a reader expects to find. */
  readonly checklist: readonly string[];
}

/** What a catalog consists of. Any list may be empty, and ids may look any way. */
export interface CatalogParts {
  /** The key under which `satisfies` cites it, such as `TSC`. */
  readonly name: string;
  readonly title: string;
  readonly categories: readonly Category[];
  readonly groups: readonly Group[];
  /** In the catalog's own order. */
  readonly criteria: readonly Criterion[];
}

/** A catalog that can be asked. Ids are matched exactly: how an id is spelled is for a rule to judge. */
export interface Catalog extends CatalogParts {
  /** The criterion of this id; undefined if there is none. */
  criterion(id: string): Criterion | undefined;
  /** The group of this id; undefined if there is none. */
  group(id: string): Group | undefined;
  /** The category of this id, title or alias, in any case; undefined if there is none. */
  category(name: string): Category | undefined;
  /** The criteria of a group, in order; none for an unknown group. */
  members(groupId: string): readonly Criterion[];
  /**
   * The criteria in scope, in order: those of the categories named (as for `category`; unknown names add nothing), of
   * common categories, and those that belong to no category.
   */
  criteriaOf(categories: Iterable<string>): readonly Criterion[];
  /** The points of the criteria in scope, in order, less those that belong only to a category out of scope. */
  pointsInScope(categories: Iterable<string>): readonly PointOfFocus[];
}

/** Whether a point is likely to matter to the other role only. It stays in scope, and is still to be considered. */
export function isOfOtherRole(point: PointOfFocus, role: PrivacyRole | undefined): boolean {
  return role !== undefined && point.role !== undefined && point.role !== role;
}

/** Makes a catalog of its parts. Of two parts with the same id the first is found. Indices are built when first asked. */
export function createCatalog(parts: CatalogParts): Catalog {
  const criteria = lazily(() => indexBy(parts.criteria, criterion => [criterion.id]));
  const groups = lazily(() => indexBy(parts.groups, group => [group.id]));
  const categories = lazily(() =>
    indexBy(parts.categories, ({ id, title, aliases }) => [id, title, ...aliases].map(folded)),
  );

  const members = lazily(() => {
    const byGroup = new Map<string, Criterion[]>();
    for (const criterion of parts.criteria) {
      if (criterion.group === undefined) continue;
      const own = byGroup.get(criterion.group);
      if (own) own.push(criterion);
      else byGroup.set(criterion.group, [criterion]);
    }
    return byGroup;
  });

  /** The ids of the categories in scope. */
  function inScope(names: Iterable<string>): ReadonlySet<string> {
    const ids = parts.categories.filter(({ common }) => common).map(({ id }) => id);
    for (const name of names) {
      const category = categories().get(folded(name));
      if (category) ids.push(category.id);
    }
    return new Set(ids);
  }
  function criteriaIn(scope: ReadonlySet<string>): readonly Criterion[] {
    return parts.criteria.filter(({ group }) => {
      const category = group === undefined ? undefined : groups().get(group)?.category;
      return category === undefined || scope.has(category);
    });
  }
  function isOutOf(scope: ReadonlySet<string>, { only }: PointOfFocus): boolean {
    const category = only === undefined ? undefined : categories().get(folded(only));
    return category !== undefined && !scope.has(category.id);
  }

  return {
    ...parts,
    criterion: id => criteria().get(id),
    group: id => groups().get(id),
    category: name => categories().get(folded(name)),
    members: groupId => members().get(groupId) ?? [],
    criteriaOf: names => criteriaIn(inScope(names)),
    pointsInScope(names) {
      const scope = inScope(names);
      return criteriaIn(scope).flatMap(({ points }) => points.filter(point => !isOutOf(scope, point)));
    },
  };
}

/** A name as it is compared: without case, with hyphens and underscores read as spaces. */
function folded(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ');
}

function indexBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): ReadonlyMap<string, Item> {
  const index = new Map<string, Item>();
  for (const item of items) {
    for (const key of keysOf(item)) if (!index.has(key)) index.set(key, item);
  }
  return index;
}

function lazily<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
