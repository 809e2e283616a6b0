import type { Catalogue } from '../catalogue/catalogue.ts';
import { counted, listSection, named, page, pageTitle } from './pageParts.ts';

/** A catalogue's page in Markdown: how much is in it, and where to look further. */
export function cataloguePage(catalogue: Catalogue): string {
  const { name, title, categories, groups, criteria } = catalogue;
  const points = criteria.reduce((sum, criterion) => sum + criterion.points.length, 0);
  const ungrouped = criteria.filter(({ group }) => group === undefined);
  return page([
    pageTitle(name, title),
    `${[
      counted(criteria.length, 'criterion', 'criteria'),
      points > 0 && `${counted(points, 'point')} of focus`,
    ]
      .filter(Boolean)
      .join(' · ')}\n`,
    listSection(
      'Categories',
      categories.map(({ title, common }) => (common ? `${title}: its criteria always apply` : title)),
    ),
    listSection(
      'Groups',
      groups.map(
        group =>
          `${named(group.id, group.title)} (${counted(catalogue.members(group.id).length, 'criterion', 'criteria')})`,
      ),
    ),
    listSection(
      groups.length > 0 ? 'Criteria of no group' : 'Criteria',
      ungrouped.map(criterion => named(criterion.id, criterion.title)),
    ),
  ]);
}
