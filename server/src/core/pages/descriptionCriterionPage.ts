import type { DescriptionCriterion } from '../catalog/catalog.ts';
import { type Page, paragraph, section } from './page.ts';
import { titled } from './words.ts';

/** A description criterion's page, in our own words. */
export function descriptionCriterionPage(criterion: DescriptionCriterion): Page {
  const { id, title, description, appliesTo, checklist } = criterion;
  const types = appliesTo.map(type => (type === 1 ? 'Type I' : 'Type II'));
  return {
    title: titled(id, title),
    blocks: [
      paragraph(`Description criterion · ${types.join(' and ')}`),
      paragraph(description),
      ...section(
        'What readers expect to find',
        checklist.map(item => [item]),
      ),
    ],
  };
}
