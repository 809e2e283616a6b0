import type {
  Catalogue,
  Category,
  Criterion,
  DescriptionCriterion,
  Group,
  PointOfFocus,
  PrivacyRole,
} from '../catalogue/catalogue.ts';
import { type Catalogues, foldedName, keyOf } from '../catalogue/catalogues.ts';
import { citationsIn } from '../catalogue/citations.ts';
import { isPrivacyPrinciple, whatWasMeant } from '../catalogue/meaning.ts';
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
 * category of a catalogue, or a catalogue itself; undefined where it means nothing. Before an id the name of its catalogue may
 * stand (`ICFR CO-1`); without one it is looked up in the TSC, and then in the others in their order.
 */
export function subjectOf(what: string, catalogues: Catalogues): Subject | undefined {
  const rule = ruleNamed(what);
  if (rule) return { kind: 'rule', rule };
  const number = descriptionNumber(what);
  const descriptionCriterion = descriptionCriteria.find(({ id }) => id === `DC ${number}`);
  if (descriptionCriterion) return { kind: 'descriptionCriterion', descriptionCriterion };
  const { tsc } = catalogues;
  const others = catalogues.all.filter(one => one !== tsc);
  return (
    first(others, catalogue => underItsName(what, catalogue, catalogues)) ??
    cited(what, tsc) ??
    called(what, tsc) ??
    first(others, catalogue => inside(what, catalogue, catalogues))
  );
}

function first(
  catalogues: readonly Catalogue[],
  find: (catalogue: Catalogue) => Subject | undefined,
): Subject | undefined {
  for (const catalogue of catalogues) {
    const found = find(catalogue);
    if (found) return found;
  }
  return undefined;
}

/** A catalogue by its name, or what it has under the id behind its name. */
function underItsName(what: string, catalogue: Catalogue, catalogues: Catalogues): Subject | undefined {
  if (foldedName(what) === foldedName(catalogue.name)) return { kind: 'catalogue', catalogue };
  const { length } = catalogue.name;
  const isBehind = foldedName(what.slice(0, length)) === foldedName(catalogue.name);
  const [, id] = /^(?:\s*:|\s)\s*(\S.*)$/.exec(isBehind ? what.slice(length) : '') ?? [];
  return id === undefined ? undefined : inside(id, catalogue, catalogues);
}

function inside(id: string, catalogue: Catalogue, catalogues: Catalogues): Subject | undefined {
  const meant = catalogues.meant(catalogue, id);
  if (meant?.form === 'criterion') return { kind: 'criterion', criterion: meant.criterion, catalogue };
  if (meant?.form === 'point') return { kind: 'point', point: meant.point, catalogue };
  if (meant?.form === 'group') return { kind: 'group', group: meant.group, catalogue };
  const category = catalogue.category(id);
  return category && { kind: 'category', category, catalogue };
}

/**
 * The page of a subject.
 * @param role the part that the organisation plays for personal information, where it is known
 */
export function pageOf(subject: Subject, role?: PrivacyRole): Page {
  switch (subject.kind) {
    case 'criterion':
      return criterionPage(subject.criterion, subject.catalogue, role);
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
export function subjectsOf(catalogues: Catalogues): Subject[] {
  const ofAll = catalogues.all.flatMap(catalogue => subjectsIn(catalogue));
  const describing = descriptionCriteria.map(
    (descriptionCriterion): Subject => ({ kind: 'descriptionCriterion', descriptionCriterion }),
  );
  return [...ofAll, ...describing];
}

function subjectsIn(catalogue: Catalogue): Subject[] {
  return [
    ...catalogue.criteria.map((criterion): Subject => ({ kind: 'criterion', criterion, catalogue })),
    ...catalogue.groups.map((group): Subject => ({ kind: 'group', group, catalogue })),
    ...catalogue.categories.map((category): Subject => ({ kind: 'category', category, catalogue })),
    { kind: 'catalogue', catalogue },
  ];
}

/** By what a subject is asked for: `subjectOf` gives the same one back. */
export function idOf(subject: Subject): string {
  switch (subject.kind) {
    case 'criterion':
      return keyOf(subject.catalogue.name, subject.criterion.id);
    case 'point':
      return keyOf(subject.catalogue.name, subject.point.id);
    case 'group':
      return keyOf(subject.catalogue.name, subject.group.id);
    case 'category':
      return keyOf(subject.catalogue.name, subject.category.id);
    case 'catalogue':
      return subject.catalogue.name;
    case 'descriptionCriterion':
      return subject.descriptionCriterion.id;
    case 'rule':
      return subject.rule.name;
  }
}

/** Why a name or id means nothing, and what was probably meant, in a sentence or two. */
export function whyNoSubject(what: string, catalogues: Catalogues): string {
  if (descriptionNumber(what) !== undefined) {
    const [first, last] = [descriptionCriteria[0]?.id, descriptionCriteria.at(-1)?.id];
    return `There is no \`${what}\`: the description criteria are ${first} to ${last}.`;
  }
  if (isPrivacyPrinciple(what) || citationsIn(what, 0, what.length, 'value', catalogues.tsc).length > 0) {
    return `\`${what}\` is not a criterion. ${whatWasMeant(what).explanation}`;
  }
  const names = rules.map(({ name }) => name);
  const titles = catalogues.all.flatMap(({ categories }) => categories.map(({ title }) => title));
  const near = nearest(what, [...names, ...titles]);
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
