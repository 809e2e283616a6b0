import type { Catalog, Criterion } from '../catalog/catalog.ts';
import { keyOf } from '../catalog/catalogs.ts';
import type { CriterionCoverage } from './ladder.ts';
import type { Program } from './program.ts';
import type { Report } from './report.ts';

/** A criterion in the scope of a report, and where it stands. */
export interface Row {
  readonly key: string;
  readonly catalog: Catalog;
  readonly criterion: Criterion;
  readonly coverage: CriterionCoverage;
}

/** A part of a report under a heading: a catalog where there are several, a category, a group. */
export interface Section {
  readonly kind: 'catalog' | 'category' | 'group';
  readonly id: string;
  readonly label: string;
  /** By what its page is asked for: its key. */
  readonly page: string;
  /** Every criterion below it. */
  readonly rows: readonly Row[];
  readonly parts: Parts;
}

/** What stands below a heading: further ones, and criteria that belong below none of them. */
export interface Parts {
  readonly sections: readonly Section[];
  readonly rows: readonly Row[];
}

/** The criteria in the scope of a report, in the order of its catalogs. */
export function rowsOf(program: Program, report: Report): readonly Row[] {
  const { catalogs } = program;
  return [...report.criteria].flatMap(key => {
    const found = catalogs.criterion(key);
    if (!found) return [];
    const { catalog, thing: criterion } = found;
    return [{ key, catalog, criterion, coverage: program.coverage.of(report, key) }];
  });
}

/** Puts the criteria of a report under their headings, those that have none last. Headings with nothing below are left out. */
export function partsOf(program: Program, report: Report, rows: readonly Row[]): Parts {
  const catalogs = report.catalogs.flatMap(name => program.catalogs.named(name) ?? []);
  const [only] = catalogs;
  if (catalogs.length === 1 && only) return byCategory(only, rows);
  const sections = catalogs.flatMap(catalog => {
    const own = rows.filter(row => row.catalog === catalog);
    const { name } = catalog;
    return section('catalog', name, labelOf(catalog), name, own, byCategory(catalog, own));
  });
  return { sections, rows: [] };
}

function byCategory(catalog: Catalog, rows: readonly Row[]): Parts {
  const of = (row: Row) => catalog.group(row.criterion.group ?? '')?.category;
  const sections = catalog.categories.flatMap(({ id, title }) => {
    const own = rows.filter(row => of(row) === id);
    return section('category', id, title, keyOf(catalog.name, id), own, byGroup(catalog, own));
  });
  const others = byGroup(
    catalog,
    rows.filter(row => catalog.categories.every(({ id }) => id !== of(row))),
  );
  return { sections: [...sections, ...others.sections], rows: others.rows };
}

function byGroup(catalog: Catalog, rows: readonly Row[]): Parts {
  const byId = new Map<string | undefined, Row[]>();
  for (const row of rows) {
    const id = catalog.group(row.criterion.group ?? '')?.id;
    const own = byId.get(id);
    if (own) own.push(row);
    else byId.set(id, [row]);
  }
  const sections = catalog.groups.flatMap(({ id, title }) => {
    const own = byId.get(id) ?? [];
    const label = title === id ? id : `${id} ${title}`;
    return section('group', id, label, keyOf(catalog.name, id), own, { sections: [], rows: own });
  });
  return { sections, rows: byId.get(undefined) ?? [] };
}

function section(
  kind: Section['kind'],
  id: string,
  label: string,
  page: string,
  rows: readonly Row[],
  parts: Parts,
): Section[] {
  return rows.length === 0 ? [] : [{ kind, id, label, page, rows, parts }];
}

function labelOf({ name, title }: Catalog): string {
  return title === '' || title === name ? name : `${name}: ${title}`;
}
