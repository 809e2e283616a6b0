import type { Catalogue, Criterion, PointOfFocus, PrivacyRole } from '../catalogue/catalogue.ts';
import { csv } from './csv.ts';

/** What somebody asks of a catalogue. */
export interface CriteriaQuestion {
  /** Ids of categories, their titles or aliases; undefined: all that the catalogue has. */
  readonly categories: readonly string[] | undefined;
  /** The part that the organisation plays for personal information. */
  readonly role: PrivacyRole | undefined;
}

/** A criterion in scope with its points in scope: where a role is asked for, those that only concern the other one last. */
export interface ListedCriterion {
  readonly criterion: Criterion;
  readonly points: readonly PointOfFocus[];
}

/** What a scope asks for, in the order of the catalogue. */
export interface CriteriaList {
  /** The ids of the categories in scope, in the order of the catalogue. */
  readonly scope: readonly string[];
  readonly criteria: readonly ListedCriterion[];
  readonly counts: {
    readonly criteria: number;
    readonly points: number;
    /** Points that do not concern the other role alone; all of them where no role is asked for. */
    readonly pointsOfRole: number;
  };
}

/** Lists what a scope asks for. Names that are no category add nothing. */
export function criteriaList(catalogue: Catalogue, { categories, role }: CriteriaQuestion): CriteriaList {
  const names = categories ?? catalogue.categories.map(({ id }) => id);
  const chosen = new Set(names.map(name => catalogue.category(name)?.id));
  const scope = catalogue.categories.filter(({ id, common }) => common || chosen.has(id)).map(({ id }) => id);
  const points = catalogue.pointsInScope(scope);
  const inScope = new Set(points);
  const concerns = (point: PointOfFocus) => !isOfOtherRole(point, role);
  const criteria = catalogue.criteriaOf(scope).map(criterion => {
    const own = criterion.points.filter(point => inScope.has(point));
    return { criterion, points: [...own.filter(concerns), ...own.filter(point => !concerns(point))] };
  });
  return {
    scope,
    criteria,
    counts: {
      criteria: criteria.length,
      points: points.length,
      pointsOfRole: points.filter(concerns).length,
    },
  };
}

/** Whether a point concerns only the role that the organisation does not play. It stays in scope all the same. */
export function isOfOtherRole(point: PointOfFocus, role: PrivacyRole | undefined): boolean {
  return role !== undefined && point.role !== undefined && point.role !== role;
}

/** The list as CSV: a row for each criterion, and behind it, where they are asked for, one for each of its points. */
export function criteriaCsv(list: CriteriaList, catalogue: Catalogue, withPoints: boolean): string {
  const header = ['category', 'group', 'criterion', 'point', 'title', 'text', 'only', 'role'];
  const rows = list.criteria.flatMap(({ criterion, points }) => {
    const group = criterion.group === undefined ? undefined : catalogue.group(criterion.group);
    const place = [group?.category ?? '', criterion.group ?? '', criterion.id];
    const own = [...place, '', criterion.title, criterion.description, '', ''];
    const ofPoint = ({ id, title, text, only, role }: PointOfFocus) => [
      ...place,
      ...[id, title, text, only ?? '', role ?? ''],
    ];
    return [own, ...(withPoints ? points.map(ofPoint) : [])];
  });
  return csv([header, ...rows]);
}
