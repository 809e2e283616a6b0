import type { Catalogue, PointOfFocus } from '../catalogue/catalogue.ts';
import { named, page, pageTitle } from './pageParts.ts';

/** A point of focus' page in Markdown: whose it is, whom it concerns, and what it says. */
export function pointPage(point: PointOfFocus, catalogue: Catalogue): string {
  const { id, criterion: criterionId, title, text, only, role } = point;
  const criterion = catalogue.criterion(criterionId);
  const whose = criterion
    ? `one of ${criterion.points.length} of ${named(criterion.id, criterion.title)}`
    : `of ${criterionId}`;
  const category = only === undefined ? undefined : catalogue.category(only);
  const whom = [category?.title ?? only, role && `only for a ${role}`];
  return page([
    pageTitle(id, title),
    `${[`Point of focus, ${whose}`, ...whom].filter(Boolean).join(' · ')}\n`,
    `${text}\n`,
    'A point of focus is guidance, not a requirement: it need not be met, and may not suit the organisation.\n',
  ]);
}
