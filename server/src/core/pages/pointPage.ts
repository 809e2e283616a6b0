import type { Catalog, PointOfFocus } from '../catalog/catalog.ts';
import { describedBlocks } from './describedText.ts';
import { type Block, type Page, paragraph } from './page.ts';
import { linked, pointMarks, titled } from './words.ts';

/** A point of focus' page: whose it is, whom it concerns, and what it says. */
export function pointPage(point: PointOfFocus, catalog: Catalog): Page {
  return { title: titled(point.id, point.title), blocks: whatThePointSays(point, catalog) };
}

export function whatThePointSays(point: PointOfFocus, catalog: Catalog): Block[] {
  const { criterion: criterionId, text, only, role } = point;
  const criterion = catalog.criterion(criterionId);
  const category = only === undefined ? undefined : catalog.category(only);
  const marks = pointMarks(category ? { ...point, only: category.title } : point);
  return [
    paragraph(
      criterion ? `Point of focus, one of ${criterion.points.length} of ` : 'Point of focus, of ',
      criterion ? linked(criterion, catalog) : criterionId,
      marks.map(words => ` · ${words}`).join(''),
    ),
    ...describedBlocks(text),
    paragraph(
      'A point of focus is guidance, not a requirement. You need not meet it, and it may not suit your organization.',
      role === undefined ? '' : ' Consider all points, whichever role you have.',
    ),
  ];
}
