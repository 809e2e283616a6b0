import type { Catalogue, Group } from '../catalogue/catalogue.ts';
import { counted, listSection, named, page, pageTitle } from './pageParts.ts';

/** A group's page in Markdown: what it belongs to, and its criteria. */
export function groupPage({ id, title, category: categoryId }: Group, catalogue: Catalogue): string {
  const category = categoryId === undefined ? undefined : catalogue.category(categoryId);
  const members = catalogue.members(id);
  return page([
    pageTitle(id, title),
    `${[category?.title, counted(members.length, 'criterion', 'criteria')].filter(Boolean).join(' · ')}\n`,
    listSection(
      'Criteria',
      members.map(criterion => named(criterion.id, criterion.title)),
    ),
  ]);
}
