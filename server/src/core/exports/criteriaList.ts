import {
  type Catalog,
  type Criterion,
  isOfOtherRole,
  type PointOfFocus,
  type PrivacyRole,
} from '../catalog/catalog.ts';
import { type Catalogs, keyOf } from '../catalog/catalogs.ts';
import { tsc } from '../catalog/tsc.ts';
import type { Report } from '../program/report.ts';

/** What is asked of a catalog. */
export interface CriteriaQuestion {
  readonly catalog: Catalog;
  /** Ids of categories, their titles or aliases; undefined: all that the catalog has. */
  readonly categories: readonly string[] | undefined;
  /** Ids of criteria that are left out, with the reason given. */
  readonly excluded?: ReadonlyMap<string, string | undefined>;
}

/**
 * A criterion in scope with its points in scope: where a role is asked for, those likely to matter to the other one only come
 * last.
 */
export interface ListedCriterion {
  readonly catalog: Catalog;
  readonly criterion: Criterion;
  readonly points: readonly PointOfFocus[];
  /** Where it is left out: the reason, if there is one. */
  readonly excluded?: { readonly reason: string | undefined };
}

/** What a scope asks for, in the order of the catalogs. */
export interface CriteriaList {
  /** The ids of the categories in scope, in the order of the catalogs. */
  readonly scope: readonly string[];
  readonly criteria: readonly ListedCriterion[];
  readonly counts: {
    readonly criteria: number;
    /** Those of them that are left out. */
    readonly excluded: number;
    readonly points: number;
    /** Points that are not likely to matter to the other role only; all of them where no role is asked for. */
    readonly pointsOfRole: number;
  };
}

/**
 * Lists what a scope asks for. Names that are no category add nothing.
 * @param role the part that the organization plays for personal information
 */
export function criteriaList(
  questions: readonly CriteriaQuestion[],
  role: PrivacyRole | undefined,
): CriteriaList {
  const asked = questions.map(question => ({ ...question, scope: scopeOf(question) }));
  const criteria = asked.flatMap(({ catalog, scope, excluded }) => {
    const inScope = new Set(catalog.pointsInScope(scope));
    return catalog.criteriaOf(scope).map((criterion): ListedCriterion => {
      const points = criterion.points.filter(point => inScope.has(point));
      const listed = { catalog, criterion, points: roleLast(points, role) };
      const { id } = criterion;
      return excluded?.has(id) ? { ...listed, excluded: { reason: excluded.get(id) } } : listed;
    });
  });
  const points = criteria.flatMap(listed => listed.points);
  return {
    scope: asked.flatMap(({ scope }) => scope),
    criteria,
    counts: {
      criteria: criteria.length,
      excluded: criteria.filter(({ excluded }) => excluded).length,
      points: points.length,
      pointsOfRole: points.filter(point => !isOfOtherRole(point, role)).length,
    },
  };
}

/** What a report asks of the catalogs that it is measured against. */
export function questionsOf(report: Report, catalogs: Catalogs): CriteriaQuestion[] {
  return report.catalogs.flatMap(name => {
    const catalog = catalogs.named(name);
    if (!catalog) return [];
    // Where none of its categories is named, all of it is in scope; the TSC has what is common.
    const isChosen = catalog.categories.some(({ id }) => report.categories.includes(id));
    const categories = isChosen || catalog.name === tsc.name ? report.categories : undefined;
    const excluded = new Map(
      catalog.criteria.flatMap(({ id }) => {
        const key = keyOf(catalog.name, id);
        return report.excluded.has(key) ? [[id, report.excluded.get(key)] as const] : [];
      }),
    );
    return [{ catalog, categories, excluded }];
  });
}

function scopeOf({ catalog, categories }: CriteriaQuestion): string[] {
  const names = categories ?? catalog.categories.map(({ id }) => id);
  const chosen = new Set(names.map(name => catalog.category(name)?.id));
  return catalog.categories.filter(({ id, common }) => common || chosen.has(id)).map(({ id }) => id);
}

function roleLast(points: readonly PointOfFocus[], role: PrivacyRole | undefined): PointOfFocus[] {
  const isOther = (point: PointOfFocus) => isOfOtherRole(point, role);
  return [...points.filter(point => !isOther(point)), ...points.filter(isOther)];
}

/**
 * The list as rows below their head: one for each criterion, and behind it, where they are asked for, one for each of its points.
 */
export function criteriaRows(
  { criteria }: CriteriaList,
  withPoints: boolean,
): readonly (readonly string[])[] {
  const header = [
    'catalog',
    'category',
    'group',
    'criterion',
    'point',
    'title',
    'text',
    'only',
    'role',
    'excluded',
  ];
  const rows = criteria.flatMap(({ catalog, criterion, points, excluded }) => {
    const group = criterion.group === undefined ? undefined : catalog.group(criterion.group);
    const place = [catalog.name, group?.category ?? '', criterion.group ?? '', criterion.id];
    const why = excluded ? (excluded.reason ?? 'no reason given') : '';
    const own = [...place, '', criterion.title, criterion.description, '', '', why];
    const ofPoint = ({ id, title, text, only, role }: PointOfFocus) => [
      ...place,
      ...[id, title, text, only ?? '', role ?? '', why],
    ];
    return [own, ...(withPoints ? points.map(ofPoint) : [])];
  });
  return [header, ...rows];
}
