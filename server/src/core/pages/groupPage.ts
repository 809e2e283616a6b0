import type { Catalogue, Group } from '../catalogue/catalogue.ts';
import { keyOf } from '../catalogue/catalogues.ts';
import { type Page, paragraph, section } from './page.ts';
import { counted, linked, named } from './words.ts';

/** A group's page: what it belongs to, and its criteria. */
export function groupPage({ id, title, category: categoryId }: Group, catalogue: Catalogue): Page {
  const category = categoryId === undefined ? undefined : catalogue.category(categoryId);
  const members = catalogue.members(id);
  return {
    title: named(id, title),
    blocks: [
      paragraph(
        ...(category
          ? [{ text: category.title, target: { page: keyOf(catalogue.name, category.id) } }, ' · ']
          : []),
        counted(members.length, 'criterion', 'criteria'),
      ),
      ...section(
        'Criteria',
        members.map(criterion => [linked(criterion, catalogue)]),
      ),
    ],
  };
}
