import type {
  Catalog,
  Category,
  Criterion,
  DescriptionCriterion,
  Group,
  PointOfFocus,
  PrivacyRole,
} from '../catalog/catalog.ts';
import { type Catalogs, foldedName, keyOf } from '../catalog/catalogs.ts';
import { citationsIn } from '../catalog/citations.ts';
import { isPrivacyPrinciple, whatWasMeant } from '../catalog/meaning.ts';
import { descriptionCriteria } from '../catalog/tsc.ts';
import type { Rule } from '../rules/rule.ts';
import { ruleNamed, rules } from '../rules/rules.ts';
import { catalogPage } from './catalogPage.ts';
import { categoryPage } from './categoryPage.ts';
import { criterionPage } from './criterionPage.ts';
import { descriptionCriterionPage } from './descriptionCriterionPage.ts';
import { groupPage } from './groupPage.ts';
import type { Page } from './page.ts';
import { pointPage } from './pointPage.ts';
import { rulePage } from './rulePage.ts';

/** Something that has a page. */
export type Subject =
  | { readonly kind: 'criterion'; readonly criterion: Criterion; readonly catalog: Catalog }
  | { readonly kind: 'point'; readonly point: PointOfFocus; readonly catalog: Catalog }
  | { readonly kind: 'group'; readonly group: Group; readonly catalog: Catalog }
  | { readonly kind: 'category'; readonly category: Category; readonly catalog: Catalog }
  | { readonly kind: 'catalog'; readonly catalog: Catalog }
  | { readonly kind: 'descriptionCriterion'; readonly descriptionCriterion: DescriptionCriterion }
  | { readonly kind: 'rule'; readonly rule: Rule };

/**
 * What a name or id means, spelled as documents spell it: a rule, a description criterion, or a criterion, point, group or
 * category of a catalog, or a catalog itself; undefined where it means nothing. Before an id the name of its catalog may
 * stand (`ICFR CO-1`); without one it is looked up in the TSC, and then in the others in their order.
 */
export function subjectOf(what: string, catalogs: Catalogs): Subject | undefined {
  const rule = ruleNamed(what);
  if (rule) return { kind: 'rule', rule };
  const number = descriptionNumber(what);
  const descriptionCriterion = descriptionCriteria.find(({ id }) => id === `DC ${number}`);
  if (descriptionCriterion) return { kind: 'descriptionCriterion', descriptionCriterion };
  const { tsc } = catalogs;
  const others = catalogs.all.filter(one => one !== tsc);
  return (
    first(others, catalog => underItsName(what, catalog, catalogs)) ??
    cited(what, tsc) ??
    called(what, tsc) ??
    first(others, catalog => inside(what, catalog, catalogs))
  );
}

function first(
  catalogs: readonly Catalog[],
  find: (catalog: Catalog) => Subject | undefined,
): Subject | undefined {
  for (const catalog of catalogs) {
    const found = find(catalog);
    if (found) return found;
  }
  return undefined;
}

/** A catalog by its name, or what it has under the id behind its name. */
function underItsName(what: string, catalog: Catalog, catalogs: Catalogs): Subject | undefined {
  if (foldedName(what) === foldedName(catalog.name)) return { kind: 'catalog', catalog };
  const { length } = catalog.name;
  const isBehind = foldedName(what.slice(0, length)) === foldedName(catalog.name);
  const [, id] = /^(?:\s*:|\s)\s*(\S.*)$/.exec(isBehind ? what.slice(length) : '') ?? [];
  return id === undefined ? undefined : inside(id, catalog, catalogs);
}

function inside(id: string, catalog: Catalog, catalogs: Catalogs): Subject | undefined {
  const meant = catalogs.meant(catalog, id);
  if (meant?.form === 'criterion') return { kind: 'criterion', criterion: meant.criterion, catalog };
  if (meant?.form === 'point') return { kind: 'point', point: meant.point, catalog };
  if (meant?.form === 'group') return { kind: 'group', group: meant.group, catalog };
  const category = catalog.category(id);
  return category && { kind: 'category', category, catalog };
}

/**
 * The page of a subject.
 * @param role the part that the organization plays for personal information, where it is known
 */
export function pageOf(subject: Subject, role?: PrivacyRole): Page {
  switch (subject.kind) {
    case 'criterion':
      return criterionPage(subject.criterion, subject.catalog, role);
    case 'point':
      return pointPage(subject.point, subject.catalog);
    case 'group':
      return groupPage(subject.group, subject.catalog);
    case 'category':
      return categoryPage(subject.category, subject.catalog);
    case 'catalog':
      return catalogPage(subject.catalog);
    case 'descriptionCriterion':
      return descriptionCriterionPage(subject.descriptionCriterion);
    case 'rule':
      return rulePage(subject.rule);
  }
}

/** Everything that has a page and is not looked up from another one: criteria, groups, categories, and what describes a system. */
export function subjectsOf(catalogs: Catalogs): Subject[] {
  const ofAll = catalogs.all.flatMap(catalog => subjectsIn(catalog));
  const describing = descriptionCriteria.map(
    (descriptionCriterion): Subject => ({ kind: 'descriptionCriterion', descriptionCriterion }),
  );
  return [...ofAll, ...describing];
}

function subjectsIn(catalog: Catalog): Subject[] {
  return [
    ...catalog.criteria.map((criterion): Subject => ({ kind: 'criterion', criterion, catalog })),
    ...catalog.groups.map((group): Subject => ({ kind: 'group', group, catalog })),
    ...catalog.categories.map((category): Subject => ({ kind: 'category', category, catalog })),
    { kind: 'catalog', catalog },
  ];
}

/** By what a subject is asked for: `subjectOf` gives the same one back. */
export function idOf(subject: Subject): string {
  switch (subject.kind) {
    case 'criterion':
      return keyOf(subject.catalog.name, subject.criterion.id);
    case 'point':
      return keyOf(subject.catalog.name, subject.point.id);
    case 'group':
      return keyOf(subject.catalog.name, subject.group.id);
    case 'category':
      return keyOf(subject.catalog.name, subject.category.id);
    case 'catalog':
      return subject.catalog.name;
    case 'descriptionCriterion':
      return subject.descriptionCriterion.id;
    case 'rule':
      return subject.rule.name;
  }
}

/** Why what is spelled as an id of a criterion is none, and what was probably meant; undefined for anything else. */
export function whyNoCriterion(what: string, catalogs: Catalogs): string | undefined {
  if (descriptionNumber(what) !== undefined) {
    const [first, last] = [descriptionCriteria[0]?.id, descriptionCriteria.at(-1)?.id];
    return `\`${what}\` does not exist. The description criteria are ${first} to ${last}.`;
  }
  if (isPrivacyPrinciple(what) || citationsIn(what, 0, what.length, 'value', catalogs.tsc).length > 0) {
    return `\`${what}\` is not a criterion. ${whatWasMeant(what).explanation}`;
  }
  return undefined;
}

/** By what else something can be asked for: the names of rules, and the titles of categories. */
export function namesOfSubjects(catalogs: Catalogs): string[] {
  return [
    ...rules.map(({ name }) => name),
    ...catalogs.all.flatMap(({ categories }) => categories.map(({ title }) => title)),
  ];
}

/** The number of a description criterion, spelled anyhow: `DC 3`, `dc3`, `DC-3`. */
function descriptionNumber(what: string): string | undefined {
  return /^DC[\s_-]?(\d+)$/i.exec(what)?.[1];
}

/** A criterion, a point of focus or a group, as documents cite it. */
function cited(what: string, catalog: Catalog): Subject | undefined {
  const [citation] = citationsIn(what, 0, what.length, 'value', catalog);
  if (!citation) return undefined;
  const criterion = catalog.criterion(citation.id);
  if (criterion && citation.point === undefined) return { kind: 'criterion', criterion, catalog };
  const point = criterion?.points.find(({ number }) => number === citation.point);
  if (point) return { kind: 'point', point, catalog };
  const group = citation.form === 'group' ? catalog.group(citation.id) : undefined;
  return group && { kind: 'group', group, catalog };
}

/** The catalog by its name, or one of its categories by its id, title or alias. */
function called(what: string, catalog: Catalog): Subject | undefined {
  if (what.toLowerCase() === catalog.name.toLowerCase()) return { kind: 'catalog', catalog };
  const category = catalog.category(what);
  return category && { kind: 'category', category, catalog };
}
