import type { Catalog } from '../catalog/catalog.ts';
import { type Catalogs, keyOf } from '../catalog/catalogs.ts';
import { citationsIn } from '../catalog/citations.ts';
import { isTsc } from '../catalog/isTsc.ts';
import { tsc } from '../catalog/tsc.ts';
import type { ExclusionShape, ManifestShape, NamesShape, ReportShape, Stated } from '../model/shape.ts';
import { readDate } from '../text/calendar.ts';

/** The days that a report over a period covers: the first and the last. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** A report that the program is measured against. */
export interface Report {
  readonly id: string;
  readonly kind: 'soc1' | 'soc2' | 'soc3';
  /** Undefined where the manifest does not say. */
  readonly type: 1 | 2 | undefined;
  readonly asOf: string | undefined;
  readonly period: Period | undefined;
  readonly state: 'planned' | 'current' | 'issued';
  /** Whether nothing states it: SOC 2, Security and every category that is cited. Nothing is missing from it. */
  readonly assumed: boolean;
  /** Ids and names, in lower case, of the manifest's systems that the report does not cover; none where it does not say. */
  readonly otherSystems: readonly string[];
  /** The names of the catalogs that it is measured against. */
  readonly catalogs: readonly string[];
  /** Ids of the categories chosen, in the order of the catalogs. */
  readonly categories: readonly string[];
  /** Keys (see keyOf) of the criteria in scope, in the order of the catalogs, the excluded ones among them. */
  readonly criteria: ReadonlySet<string>;
  /** Keys of the criteria in scope that are excluded, with the reason given. */
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
  catalogs: Catalogs,
): readonly Report[] {
  if (!manifest || (manifest.reports.length === 0 && !manifest.categories))
    return [assumedReport(cited, catalogs.tsc)];
  const shapes = manifest.reports.length > 0 ? manifest.reports : [undefined];
  return shapes.map((shape, i) => statedReport(manifest, shape, i, catalogs));
}

/** The reports that a program works toward now: the current ones, else the planned ones, else all. */
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
  catalogs: Catalogs,
): Report {
  const kind = kinds.find(word => word === shape?.kind?.text.toLowerCase().replace(/[-_ ]/g, '')) ?? 'soc2';
  const names = (shape?.categories ?? manifest.categories)?.names.map(({ text }) => text) ?? ['security'];
  const measures = measuresOf(kind, shape?.catalogs, catalogs);
  const criteria = new Set(measures.flatMap(catalog => inScope(names, catalog)));
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
    otherSystems: otherSystems(manifest, shape?.systems),
    catalogs: measures.map(catalog => catalog.name),
    categories: measures.flatMap(catalog => categoryIds(names, catalog)),
    criteria,
    excluded: new Map(
      manifest.exclusions.flatMap(exclusion =>
        measures
          .flatMap(catalog => excludedFrom(catalog, exclusion, catalogs))
          .filter(key => criteria.has(key))
          .map(key => [key, exclusion.reason] as const),
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

function otherSystems(manifest: ManifestShape, covered: NamesShape | undefined): readonly string[] {
  const named = new Set(covered?.names.map(({ text }) => text.toLowerCase()));
  const names = manifest.systems.map(({ id, name }) =>
    [id, ...(name === undefined ? [] : [name])].map(one => one.toLowerCase()),
  );
  const isCovered = (own: readonly string[]) => own.some(one => named.has(one));
  // A report that names none of them says nothing of them.
  return names.some(isCovered) ? names.filter(own => !isCovered(own)).flat() : [];
}

/**
 * What a report is measured against: the catalogs that it names; else for SOC 2 and SOC 3 the TSC, and for SOC 1, which has
 * nothing to do with those, all the others.
 */
function measuresOf(
  kind: Report['kind'],
  stated: NamesShape | undefined,
  catalogs: Catalogs,
): readonly Catalog[] {
  const { all } = catalogs;
  const named = new Set(stated?.names.map(({ text }) => namedIn(catalogs, text)));
  if (kind === 'soc1') return all.filter(one => one !== catalogs.tsc && (!stated || named.has(one)));
  return stated ? all.filter(one => named.has(one)) : [catalogs.tsc];
}

/** The catalog that a manifest means by a name. */
function namedIn(catalogs: Catalogs, name: string): Catalog | undefined {
  return isTsc(name) ? catalogs.tsc : catalogs.named(name);
}

/** The keys of the criteria of a catalog that an exclusion means: in any spelling, those of a range, members of a group. */
export function excludedFrom(
  catalog: Catalog,
  { criterion: { text }, catalog: name }: ExclusionShape,
  catalogs: Catalogs,
): readonly string[] {
  if (name !== undefined && namedIn(catalogs, name) !== catalog) return [];
  const membersOf = (group: string) => catalog.members(group).map(({ id }) => keyOf(catalog.name, id));
  if (catalog === catalogs.tsc) {
    return citationsIn(text, 0, text.length, 'value', catalog).flatMap(({ form, id }) =>
      form === 'group' ? membersOf(id) : [id],
    );
  }
  return catalogs.keysOf(catalog.name, text).flatMap(key => {
    const group = catalogs.group(key);
    return group ? membersOf(group.thing.id) : [key];
  });
}

function assumedReport(cited: Iterable<string>, catalog: Catalog): Report {
  const names = new Set(['security']);
  for (const id of cited) {
    const group = catalog.criterion(id)?.group;
    const category = group === undefined ? undefined : catalog.group(group)?.category;
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
    otherSystems: [],
    catalogs: [catalog.name],
    categories: categoryIds(names, catalog),
    criteria: new Set(inScope(names, catalog)),
    excluded: new Map(),
    shape: undefined,
  };
}

/**
 * The keys of the criteria of a catalog that these categories bring into scope. Where none of its own categories is named,
 * the names are about other catalogs, and all that it has is in scope; the TSC has what is common.
 */
function inScope(names: Iterable<string>, catalog: Catalog): readonly string[] {
  const asked = [...names].filter(name => catalog.category(name));
  const isWhole = asked.length === 0 && catalog.name !== tsc.name;
  const criteria = isWhole ? catalog.criteria : catalog.criteriaOf(asked);
  return criteria.map(({ id }) => keyOf(catalog.name, id));
}

function categoryIds(names: Iterable<string>, catalog: Catalog): readonly string[] {
  const wanted = new Set([...names].map(name => catalog.category(name)?.id));
  return catalog.categories.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
}

function date(stated: Stated | undefined): string | undefined {
  return stated && readDate(stated.text);
}

function word<Word extends string>(stated: Stated | undefined, words: readonly Word[]): Word | undefined {
  const text = stated?.text.toLowerCase();
  return words.find(candidate => candidate === text);
}
