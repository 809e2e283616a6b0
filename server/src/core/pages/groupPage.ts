import type { Catalog, Group } from '../catalog/catalog.ts';
import { keyOf } from '../catalog/catalogs.ts';
import { type Page, paragraph, section } from './page.ts';
import { counted, linked, titled } from './words.ts';

/** A group's page: what it belongs to, and its criteria. */
export function groupPage({ id, title, category: categoryId }: Group, catalog: Catalog): Page {
  const category = categoryId === undefined ? undefined : catalog.category(categoryId);
  const members = catalog.members(id);
  return {
    title: titled(id, title),
    blocks: [
      paragraph(
        ...(category
          ? [{ text: category.title, target: { page: keyOf(catalog.name, category.id) } }, ' · ']
          : []),
        counted(members.length, 'criterion', 'criteria'),
      ),
      ...section(
        'Criteria',
        members.map(criterion => [linked(criterion, catalog)]),
      ),
    ],
  };
}
