import type { Catalog, Category } from '../catalog/catalog.ts';
import { type Page, paragraph, section } from './page.ts';
import { counted, linked, titled } from './words.ts';

/** A category's page: what it brings into scope. */
export function categoryPage({ id, title, aliases, common }: Category, catalog: Catalog): Page {
  const groups = catalog.groups.filter(({ category }) => category === id);
  const points = catalog.criteria
    .filter(({ group }) => groups.every(own => own.id !== group))
    .flatMap(criterion => criterion.points)
    .filter(({ only }) => only !== undefined && catalog.category(only)?.id === id);
  const criteria = counted(catalog.criteriaOf([id]).length, 'criterion', 'criteria');
  const inScope = `${criteria} and ${counted(catalog.pointsInScope([id]).length, 'point')} of focus`;
  return {
    title,
    blocks: [
      paragraph(
        common
          ? `Its criteria apply whichever categories you choose. On its own, it has ${inScope}.`
          : `With it, a report has ${inScope}, including those that always apply.`,
      ),
      paragraph(
        'In the manifest: ',
        { text: id, style: 'code' },
        aliases.length > 0 ? `; also ${aliases.join(', ')}` : '',
      ),
      ...groups.flatMap(group =>
        section(
          titled(group.id, group.title),
          catalog.members(group.id).map(criterion => [linked(criterion, catalog)]),
        ),
      ),
      ...section(
        'Points of focus that it adds to other criteria',
        points.map(point => [linked(point, catalog)]),
      ),
    ],
  };
}
