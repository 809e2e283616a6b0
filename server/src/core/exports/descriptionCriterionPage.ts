import type { DescriptionCriterion } from '../catalogue/catalogue.ts';
import { listSection, page, pageTitle } from './pageParts.ts';

/** A description criterion's page in Markdown, in our own words. */
export function descriptionCriterionPage(criterion: DescriptionCriterion): string {
  const { id, title, description, appliesTo, checklist } = criterion;
  const types = appliesTo.map(type => (type === 1 ? 'Type I' : 'Type II'));
  return page([
    pageTitle(id, title),
    `Description criterion · ${types.join(' and ')}\n`,
    `${description}\n`,
    listSection('What a reader expects to find', checklist),
  ]);
}
