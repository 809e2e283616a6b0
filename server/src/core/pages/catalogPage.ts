import type { Catalog } from '../catalog/catalog.ts';
import { keyOf } from '../catalog/catalogs.ts';
import { type Block, heading, type Page, paragraph, section } from './page.ts';
import { beside, counted, linked, titled } from './words.ts';

/** A catalog's page: how much is in it, and where to look further. */
export function catalogPage(catalog: Catalog): Page {
  const { name, title, categories, groups, criteria } = catalog;
  const points = criteria.reduce((sum, criterion) => sum + criterion.points.length, 0);
  const ungrouped = criteria.filter(({ group }) => group === undefined);
  return {
    title: titled(name, title),
    blocks: [
      paragraph(
        beside(
          counted(criteria.length, 'criterion', 'criteria'),
          points > 0 && `${counted(points, 'point')} of focus`,
        ),
      ),
      ...section(
        'Categories',
        categories.map(({ id, title, common }) => [
          { text: title, target: { page: keyOf(catalog.name, id) } },
          common ? ' (its criteria always apply)' : '',
        ]),
      ),
      ...groupTable(catalog),
      ...section(
        groups.length > 0 ? 'Criteria without a group' : 'Criteria',
        ungrouped.map(criterion => [linked(criterion, catalog)]),
      ),
    ],
  };
}

function groupTable(catalog: Catalog): Block[] {
  const rows = catalog.groups.map(group => [
    [linked(group, catalog)],
    [`${catalog.members(group.id).length}`],
  ]);
  return rows.length > 0 ? [heading('Groups'), { kind: 'table', head: ['Group', 'Criteria'], rows }] : [];
}
