import type { Catalogue } from '../catalogue/catalogue.ts';
import { citationsIn } from '../catalogue/citations.ts';
import type { ExclusionShape, ManifestShape, ReportShape, Stated } from '../model/shape.ts';
import { isCalendarDate } from '../text/calendar.ts';

/** A report that the programme is measured against. */
export interface Report {
  readonly id: string;
  readonly kind: 'soc1' | 'soc2' | 'soc3';
  /** Undefined where the manifest does not say. */
  readonly type: 1 | 2 | undefined;
  readonly asOf: string | undefined;
  readonly period: { readonly start: string; readonly end: string } | undefined;
  readonly state: 'planned' | 'current' | 'issued';
  /** Whether nothing states it: SOC 2, Security and every category that is cited. Nothing is missing from it. */
  readonly assumed: boolean;
  /** Ids of categories, in the catalogue's order. */
  readonly categories: readonly string[];
  /** Ids of the criteria in scope, in the catalogue's order, the excluded ones among them. */
  readonly criteria: ReadonlySet<string>;
  /** Criteria in scope that are excluded, with the reason given. */
  readonly excluded: ReadonlyMap<string, string | undefined>;
  /** The manifest's own words. */
  readonly shape: ReportShape | undefined;
}

/**
 * The reports of a manifest; where it states neither a report nor a scope, or where there is none, the assumed one.
 * What cannot be understood (an unknown kind, an impossible date) is taken as not stated: a rule of its own says so.
 * @param cited every criterion that a record cites, for the assumed scope
 */
export function reportsOf(
  manifest: ManifestShape | undefined,
  cited: Iterable<string>,
  catalogue: Catalogue,
): readonly Report[] {
  if (!manifest || (manifest.reports.length === 0 && !manifest.categories))
    return [assumedReport(cited, catalogue)];
  const shapes = manifest.reports.length > 0 ? manifest.reports : [undefined];
  return shapes.map((shape, i) => statedReport(manifest, shape, i, catalogue));
}

/** The reports that a programme works towards now: the current ones, else the planned ones, else all. */
export function currentReports(reports: readonly Report[]): readonly Report[] {
  for (const state of ['current', 'planned'] as const) {
    const some = reports.filter(report => report.state === state);
    if (some.length > 0) return some;
  }
  return reports;
}

function statedReport(
  manifest: ManifestShape,
  shape: ReportShape | undefined,
  index: number,
  catalogue: Catalogue,
): Report {
  const kind = kinds.find(word => word === shape?.kind?.text.toLowerCase().replace(/[-_ ]/g, '')) ?? 'soc2';
  const names = (shape?.categories ?? manifest.categories)?.names.map(({ text }) => text) ?? ['security'];
  const criteria = kind === 'soc1' ? new Set<string>() : inScope(names, catalogue);
  const start = date(shape?.periodStart);
  const end = date(shape?.periodEnd);
  return {
    id: shape?.id?.text ?? (index === 0 ? kind : `${kind}-${index + 1}`),
    kind,
    type: typeOf(shape?.type),
    asOf: date(shape?.asOf),
    period: start !== undefined && end !== undefined ? { start, end } : undefined,
    state: word(shape?.state, ['planned', 'current', 'issued']) ?? 'current',
    assumed: false,
    categories: categoryIds(names, catalogue),
    criteria,
    excluded: new Map(
      manifest.exclusions.flatMap(exclusion =>
        criteriaOf(exclusion, catalogue)
          .filter(id => criteria.has(id))
          .map(id => [id, exclusion.reason] as const),
      ),
    ),
    shape,
  };
}

const kinds = ['soc1', 'soc2', 'soc3'] as const;

/** `2`, `II`, `Type 2`, `Type-II`. */
function typeOf(stated: Stated | undefined): 1 | 2 | undefined {
  const [, type] = /^(?:type[-_ ]?)?(1|2|i|ii)$/i.exec(stated?.text ?? '') ?? [];
  return type === undefined ? undefined : type.length === 2 || type === '2' ? 2 : 1;
}

/** The criteria that an exclusion means: its own in any spelling, those of a range, the members of a group. */
function criteriaOf({ criterion: { text } }: ExclusionShape, catalogue: Catalogue): readonly string[] {
  return citationsIn(text, 0, text.length, 'value', catalogue).flatMap(({ form, id }) =>
    form === 'group' ? catalogue.members(id).map(member => member.id) : [id],
  );
}

function assumedReport(cited: Iterable<string>, catalogue: Catalogue): Report {
  const names = new Set(['security']);
  for (const id of cited) {
    const group = catalogue.criterion(id)?.group;
    const category = group === undefined ? undefined : catalogue.group(group)?.category;
    if (category !== undefined) names.add(category);
  }
  return {
    id: 'assumed',
    kind: 'soc2',
    type: undefined,
    asOf: undefined,
    period: undefined,
    state: 'current',
    assumed: true,
    categories: categoryIds(names, catalogue),
    criteria: inScope(names, catalogue),
    excluded: new Map(),
    shape: undefined,
  };
}

function inScope(names: Iterable<string>, catalogue: Catalogue): ReadonlySet<string> {
  return new Set(catalogue.criteriaOf(names).map(({ id }) => id));
}

function categoryIds(names: Iterable<string>, catalogue: Catalogue): readonly string[] {
  const wanted = new Set([...names].map(name => catalogue.category(name)?.id));
  return catalogue.categories.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
}

function date(stated: Stated | undefined): string | undefined {
  return stated && isCalendarDate(stated.text) ? stated.text : undefined;
}

function word<Word extends string>(stated: Stated | undefined, words: readonly Word[]): Word | undefined {
  const text = stated?.text.toLowerCase();
  return words.find(candidate => candidate === text);
}
