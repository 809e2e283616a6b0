import type { Catalogue, Category } from '../catalogue/catalogue.ts';
import { counted, listSection, named, page } from './pageParts.ts';

/** A category's page in Markdown: what it brings into scope. */
export function categoryPage({ id, title, aliases, common }: Category, catalogue: Catalogue): string {
  const groups = catalogue.groups.filter(({ category }) => category === id);
  const points = catalogue.criteria
    .filter(({ group }) => groups.every(own => own.id !== group))
    .flatMap(criterion => criterion.points)
    .filter(({ only }) => only !== undefined && catalogue.category(only)?.id === id);
  const criteria = counted(catalogue.criteriaOf([id]).length, 'criterion', 'criteria');
  const inScope = `${criteria} and ${counted(catalogue.pointsInScope([id]).length, 'point')} of focus`;
  return page([
    `# ${title}\n`,
    common
      ? `Its criteria apply whichever categories are chosen. Alone it has ${inScope}.\n`
      : `With it, a report has ${inScope}, those that always apply among them.\n`,
    `In a scope: \`${id}\`${aliases.length > 0 ? `; also ${aliases.join(', ')}` : ''}\n`,
    ...groups.map(group =>
      listSection(
        named(group.id, group.title),
        catalogue.members(group.id).map(criterion => named(criterion.id, criterion.title)),
      ),
    ),
    listSection(
      'Points of focus that it adds to other criteria',
      points.map(point => named(point.id, point.title)),
    ),
  ]);
}
