import type { Catalogue, PointOfFocus } from '../catalogue/catalogue.ts';
import { type Block, type Page, paragraph } from './page.ts';
import { linked, named } from './words.ts';

/** A point of focus' page: whose it is, whom it concerns, and what it says. */
export function pointPage(point: PointOfFocus, catalogue: Catalogue): Page {
  return { title: named(point.id, point.title), blocks: whatThePointSays(point, catalogue) };
}

export function whatThePointSays(point: PointOfFocus, catalogue: Catalogue): Block[] {
  const { criterion: criterionId, text, only, role } = point;
  const criterion = catalogue.criterion(criterionId);
  const category = only === undefined ? undefined : catalogue.category(only);
  const whom = [category?.title ?? only, role && `only for a ${role}`].filter(Boolean);
  return [
    paragraph(
      criterion ? `Point of focus, one of ${criterion.points.length} of ` : 'Point of focus, of ',
      criterion ? linked(criterion, catalogue) : criterionId,
      whom.map(words => ` · ${words}`).join(''),
    ),
    ...(text === '' ? [] : [paragraph(text)]),
    paragraph(
      'A point of focus is guidance, not a requirement: it need not be met, and may not suit the organisation.',
    ),
  ];
}
