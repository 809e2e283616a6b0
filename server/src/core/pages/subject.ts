import type {
  Catalogue,
  Category,
  Criterion,
  DescriptionCriterion,
  Group,
  PointOfFocus,
} from '../catalogue/catalogue.ts';
import { citationsIn } from '../catalogue/citations.ts';
import { whatWasMeant } from '../catalogue/meaning.ts';
import { descriptionCriteria } from '../catalogue/tsc.ts';
import type { Rule } from '../rules/rule.ts';
import { ruleNamed, rules } from '../rules/rules.ts';
import { nearest } from '../text/nearest.ts';
import { cataloguePage } from './cataloguePage.ts';
import { categoryPage } from './categoryPage.ts';
import { criterionPage } from './criterionPage.ts';
import { descriptionCriterionPage } from './descriptionCriterionPage.ts';
import { groupPage } from './groupPage.ts';
import type { Page } from './page.ts';
import { pointPage } from './pointPage.ts';
import { rulePage } from './rulePage.ts';

/** Something that has a page. */
export type Subject =
  | { readonly kind: 'criterion'; readonly criterion: Criterion; readonly catalogue: Catalogue }
  | { readonly kind: 'point'; readonly point: PointOfFocus; readonly catalogue: Catalogue }
  | { readonly kind: 'group'; readonly group: Group; readonly catalogue: Catalogue }
  | { readonly kind: 'category'; readonly category: Category; readonly catalogue: Catalogue }
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly kind: 'descriptionCriterion'; readonly descriptionCriterion: DescriptionCriterion }
  | { readonly kind: 'rule'; readonly rule: Rule };

/**
 * What a name or id means, spelt as documents spell it: a rule, a description criterion, or a criterion, point, group or
 * category of the catalogue, or the catalogue itself; undefined where it means nothing.
 */
export function subjectOf(what: string, catalogue: Catalogue): Subject | undefined {
  const rule = ruleNamed(what);
  if (rule) return { kind: 'rule', rule };
  const number = descriptionNumber(what);
  const descriptionCriterion = descriptionCriteria.find(({ id }) => id === `DC ${number}`);
  if (descriptionCriterion) return { kind: 'descriptionCriterion', descriptionCriterion };
  return cited(what, catalogue) ?? called(what, catalogue);
}

/** The page of a subject. */
export function pageOf(subject: Subject): Page {
  switch (subject.kind) {
    case 'criterion':
      return criterionPage(subject.criterion, subject.catalogue);
    case 'point':
      return pointPage(subject.point, subject.catalogue);
    case 'group':
      return groupPage(subject.group, subject.catalogue);
    case 'category':
      return categoryPage(subject.category, subject.catalogue);
    case 'catalogue':
      return cataloguePage(subject.catalogue);
    case 'descriptionCriterion':
      return descriptionCriterionPage(subject.descriptionCriterion);
    case 'rule':
      return rulePage(subject.rule);
  }
}

/** Everything that has a page and is not looked up from another one: criteria, groups, categories, and what describes a system. */
export function subjectsOf(catalogue: Catalogue): Subject[] {
  return [
    ...catalogue.criteria.map((criterion): Subject => ({ kind: 'criterion', criterion, catalogue })),
    ...catalogue.groups.map((group): Subject => ({ kind: 'group', group, catalogue })),
    ...catalogue.categories.map((category): Subject => ({ kind: 'category', category, catalogue })),
    ...descriptionCriteria.map(
      (one): Subject => ({ kind: 'descriptionCriterion', descriptionCriterion: one }),
    ),
    { kind: 'catalogue', catalogue },
  ];
}

/** By what a subject is asked for: `subjectOf` gives the same one back. */
export function idOf(subject: Subject): string {
  switch (subject.kind) {
    case 'criterion':
      return subject.criterion.id;
    case 'point':
      return subject.point.id;
    case 'group':
      return subject.group.id;
    case 'category':
      return subject.category.id;
    case 'catalogue':
      return subject.catalogue.name;
    case 'descriptionCriterion':
      return subject.descriptionCriterion.id;
    case 'rule':
      return subject.rule.name;
  }
}

/** Why a name or id means nothing, and what was probably meant, in a sentence or two. */
export function whyNoSubject(what: string, catalogue: Catalogue): string {
  if (descriptionNumber(what) !== undefined) {
    const [first, last] = [descriptionCriteria[0]?.id, descriptionCriteria.at(-1)?.id];
    return `There is no \`${what}\`: the description criteria are ${first} to ${last}.`;
  }
  if (citationsIn(what, 0, what.length, 'value', catalogue).length > 0) {
    return `\`${what}\` is not a criterion. ${whatWasMeant(what).explanation}`;
  }
  const names = rules.map(({ name }) => name);
  const near = nearest(what, [...names, ...catalogue.categories.map(({ title }) => title)]);
  const help = near ? `Was \`${near}\` meant?` : `The rules: ${names.join(', ')}.`;
  return `\`${what}\` is neither a criterion nor a rule. ${help}`;
}

/** The number of a description criterion, spelt anyhow: `DC 3`, `dc3`, `DC-3`. */
function descriptionNumber(what: string): string | undefined {
  return /^DC[\s_-]?(\d+)$/i.exec(what)?.[1];
}

/** A criterion, a point of focus or a group, as documents cite it. */
function cited(what: string, catalogue: Catalogue): Subject | undefined {
  const [citation] = citationsIn(what, 0, what.length, 'value', catalogue);
  if (!citation) return undefined;
  const criterion = catalogue.criterion(citation.id);
  if (criterion && citation.point === undefined) return { kind: 'criterion', criterion, catalogue };
  const point = criterion?.points.find(({ number }) => number === citation.point);
  if (point) return { kind: 'point', point, catalogue };
  const group = citation.form === 'group' ? catalogue.group(citation.id) : undefined;
  return group && { kind: 'group', group, catalogue };
}

/** The catalogue by its name, or one of its categories by its id, title or alias. */
function called(what: string, catalogue: Catalogue): Subject | undefined {
  if (what.toLowerCase() === catalogue.name.toLowerCase()) return { kind: 'catalogue', catalogue };
  const category = catalogue.category(what);
  return category && { kind: 'category', category, catalogue };
}
