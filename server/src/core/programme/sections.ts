import type { Catalogue, Criterion } from '../catalogue/catalogue.ts';
import { keyOf } from '../catalogue/catalogues.ts';
import type { CriterionCoverage } from './ladder.ts';
import type { Programme } from './programme.ts';
import type { Report } from './report.ts';

/** A criterion in the scope of a report, and where it stands. */
export interface Row {
  readonly key: string;
  readonly catalogue: Catalogue;
  readonly criterion: Criterion;
  readonly coverage: CriterionCoverage;
}

/** A part of a report under a heading: a catalogue where there are several, a category, a group. */
export interface Section {
  readonly kind: 'catalogue' | 'category' | 'group';
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

/** The criteria in the scope of a report, in the order of its catalogues. */
export function rowsOf(programme: Programme, report: Report): readonly Row[] {
  const { catalogues } = programme;
  return [...report.criteria].flatMap(key => {
    const found = catalogues.criterion(key);
    if (!found) return [];
    const { catalogue, thing: criterion } = found;
    return [{ key, catalogue, criterion, coverage: programme.coverage(report, key) }];
  });
}

/** Puts the criteria of a report under their headings, those that have none last. Headings with nothing below are left out. */
export function partsOf(programme: Programme, report: Report, rows: readonly Row[]): Parts {
  const catalogues = report.catalogues.flatMap(name => programme.catalogues.named(name) ?? []);
  const [only] = catalogues;
  if (catalogues.length === 1 && only) return byCategory(only, rows);
  const sections = catalogues.flatMap(catalogue => {
    const own = rows.filter(row => row.catalogue === catalogue);
    const { name } = catalogue;
    return section('catalogue', name, labelOf(catalogue), name, own, byCategory(catalogue, own));
  });
  return { sections, rows: [] };
}

function byCategory(catalogue: Catalogue, rows: readonly Row[]): Parts {
  const of = (row: Row) => catalogue.group(row.criterion.group ?? '')?.category;
  const sections = catalogue.categories.flatMap(({ id, title }) => {
    const own = rows.filter(row => of(row) === id);
    return section('category', id, title, keyOf(catalogue.name, id), own, byGroup(catalogue, own));
  });
  const others = byGroup(
    catalogue,
    rows.filter(row => catalogue.categories.every(({ id }) => id !== of(row))),
  );
  return { sections: [...sections, ...others.sections], rows: others.rows };
}

function byGroup(catalogue: Catalogue, rows: readonly Row[]): Parts {
  const byId = new Map<string | undefined, Row[]>();
  for (const row of rows) {
    const id = catalogue.group(row.criterion.group ?? '')?.id;
    const own = byId.get(id);
    if (own) own.push(row);
    else byId.set(id, [row]);
  }
  const sections = catalogue.groups.flatMap(({ id, title }) => {
    const own = byId.get(id) ?? [];
    const label = title === id ? id : `${id} ${title}`;
    return section('group', id, label, keyOf(catalogue.name, id), own, { sections: [], rows: own });
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

function labelOf({ name, title }: Catalogue): string {
  return title === '' || title === name ? name : `${name}: ${title}`;
}
