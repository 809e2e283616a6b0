import {
  type Catalog,
  type CatalogParts,
  type Category,
  type Criterion,
  createCatalog,
  type Group,
  type PointOfFocus,
} from '../catalog.ts';

/**
 * The base catalog with the words of another laid over it, such as the official wording that somebody has a license for.
 * An empty text or list says nothing, and leaves what the base says; points are laid over those of the same number, and
 * others come behind. Ids, order, groups and the scope of points stay those of the base. Of what the base does not have
 * nothing is taken.
 */
export function layOver(base: Catalog, over: CatalogParts): Catalog {
  const categories = byId(over.categories);
  const groups = byId(over.groups);
  const criteria = byId(over.criteria);
  return createCatalog({
    name: base.name,
    title: over.title || base.title,
    categories: base.categories.map(one => layCategory(one, categories.get(one.id))),
    groups: base.groups.map(one => layTitle(one, groups.get(one.id))),
    criteria: base.criteria.map(one => layCriterion(one, criteria.get(one.id))),
  });
}

function layCategory(base: Category, over: Category | undefined): Category {
  if (!over) return base;
  return { ...layTitle(base, over), aliases: [...new Set([...base.aliases, ...over.aliases])] };
}

function layTitle<Titled extends Category | Group | Criterion>(
  base: Titled,
  over: Titled | undefined,
): Titled {
  return over && over.title !== '' ? { ...base, title: over.title } : base;
}

function layCriterion(base: Criterion, over: Criterion | undefined): Criterion {
  if (!over) return base;
  const said = (key: 'auditorsLookAt' | 'controls' | 'evidence' | 'policies' | 'related') =>
    over[key].length > 0 ? over[key] : base[key];
  return {
    ...layTitle(base, over),
    description: over.description || base.description,
    auditorsLookAt: said('auditorsLookAt'),
    controls: said('controls'),
    evidence: said('evidence'),
    policies: said('policies'),
    related: said('related'),
    points: layPoints(base.points, over.points),
  };
}

function layPoints(base: readonly PointOfFocus[], over: readonly PointOfFocus[]): readonly PointOfFocus[] {
  const words = new Map(over.map(point => [point.number, point]));
  const laid = base.map(point => {
    const said = words.get(point.number);
    words.delete(point.number);
    return said ? { ...point, title: said.title || point.title, text: said.text || point.text } : point;
  });
  return [...laid, ...words.values()];
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map(item => [item.id, item]));
}
