import type { Criterion } from '../catalogue/catalogue.ts';
import type { Place } from '../model/shape.ts';
import { type CoveringRecord, type CriterionCoverage, ladder, nameOf } from '../programme/ladder.ts';
import type { Programme } from '../programme/programme.ts';
import type { Report } from '../programme/report.ts';
import { reportWords } from '../programme/reportWords.ts';

/** A node of the coverage tree: report > category > group > criterion > documents. */
export interface CoverageNode {
  /** Below its programme: `report/soc2`, `report/soc2/security`, `.../CC6`, `.../CC6.1`, `.../CC6.1/PATH#0`. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly icon: string;
  readonly children: 'none' | 'collapsed' | 'expanded';
  /** A place of a record; record 0 of the manifest for a report. */
  readonly place: { readonly path: string; readonly record: number; readonly at: Place } | undefined;
  readonly context: string;
  /** What has a page to be shown, by what it is asked for; absent for reports and documents. */
  readonly page?: string;
}

interface Row {
  readonly criterion: Criterion;
  readonly coverage: CriterionCoverage;
}

/**
 * The children of a node of a programme's coverage; the reports asked after for undefined. An id that names nothing (any
 * more) has none.
 */
export function coverageNodes(programme: Programme, id: string | undefined): readonly CoverageNode[] {
  if (id === undefined) return programme.currentReports.map(report => reportNode(programme, report));
  const [kind, reportStep, categoryStep, groupStep, criterionStep, ...deeper] = id.split('/');
  const report = programme.currentReports.find(other => step(other.id) === reportStep);
  if (kind !== 'report' || !report || deeper.length > 0) return [];
  const rows = rowsOf(programme, report);
  if (categoryStep === undefined) return categoryNodes(programme, id, rows);
  const inCategory = rows.filter(row => step(categoryOf(programme, row) ?? '') === categoryStep);
  if (groupStep === undefined) return groupNodes(programme, id, inCategory);
  const inGroup = inCategory.filter(({ criterion }) => step(criterion.group ?? '') === groupStep);
  if (criterionStep === undefined) return inGroup.map(row => criterionNode(programme, report, id, row));
  const row = inGroup.find(({ criterion }) => step(criterion.id) === criterionStep);
  return row ? programme.covering(report, row.criterion.id).map(record => documentNode(id, record)) : [];
}

/** A step of an id: what parts ids is written otherwise, whatever else stands in it. */
function step(name: string): string {
  return name.replace(/[%/|]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function rowsOf(programme: Programme, report: Report): Row[] {
  return programme.catalogue.criteria
    .filter(({ id }) => report.criteria.has(id))
    .map(criterion => ({ criterion, coverage: programme.coverage(report, criterion.id) }));
}

function categoryOf({ catalogue }: Programme, { criterion }: Row): string | undefined {
  return criterion.group === undefined ? undefined : catalogue.group(criterion.group)?.category;
}

function reportNode(programme: Programme, report: Report): CoverageNode {
  const rows = rowsOf(programme, report);
  const { manifest, catalogue } = programme;
  const at = report.shape?.at ?? manifest?.shape.at ?? 0;
  return {
    id: `report/${step(report.id)}`,
    label: reportWords(report, catalogue, 'short'),
    description: `${shareWords(rows)} implemented`,
    tooltip: `${reportWords(report, catalogue, 'long')}\n\n${countWords(rows)}\n\n*Management's view, not an auditor's conclusion.*`,
    icon: 'report',
    children: rows.length > 0 ? 'expanded' : 'none',
    place: manifest && { path: manifest.path, record: 0, at },
    context: 'report',
  };
}

function categoryNodes(programme: Programme, parent: string, rows: readonly Row[]): CoverageNode[] {
  return programme.catalogue.categories.flatMap(({ id, title }) => {
    const own = rows.filter(row => categoryOf(programme, row) === id);
    return own.length === 0 ? [] : [setNode(parent, id, title, own, 'category')];
  });
}

function groupNodes(programme: Programme, parent: string, rows: readonly Row[]): CoverageNode[] {
  return programme.catalogue.groups.flatMap(({ id, title }) => {
    const own = rows.filter(({ criterion }) => criterion.group === id);
    return own.length === 0 ? [] : [setNode(parent, id, `${id} ${title}`, own, 'group')];
  });
}

/** A category or group: it has the icon of the lowest state in it. */
function setNode(
  parent: string,
  id: string,
  label: string,
  rows: readonly Row[],
  context: string,
): CoverageNode {
  const included = rows.filter(({ coverage }) => coverage.marks.length === 0);
  const lowest =
    ladder.find(state => included.some(({ coverage }) => coverage.state === state)) ?? 'excluded';
  return {
    id: `${parent}/${step(id)}`,
    label,
    description: shareWords(rows),
    tooltip: `**${label}**\n\n${countWords(rows)}`,
    icon: lowest,
    children: context === 'category' ? 'expanded' : 'collapsed',
    place: undefined,
    context,
    page: id,
  };
}

function criterionNode(
  programme: Programme,
  report: Report,
  parent: string,
  { criterion, coverage }: Row,
): CoverageNode {
  const { id, title, description } = criterion;
  const { state, marks, reason } = coverage;
  const shown = marks[0] ?? state;
  const [first] = programme.covering(report, id);
  return {
    id: `${parent}/${step(id)}`,
    label: `${id} ${title}`,
    description: shown,
    tooltip: `**${id} ${title}**\n\n${description}\n\n**${shown}**: ${reason}`,
    icon: shown,
    children: first ? 'collapsed' : 'none',
    place: first && { path: first.entry.path, record: first.entry.index, at: first.citation.at },
    context: `criterion.${shown}`,
    page: id,
  };
}

function documentNode(parent: string, { entry, citation, as, aside }: CoveringRecord): CoverageNode {
  const name = nameOf(entry);
  const title = entry.shape.title;
  const how = { control: 'control', document: entry.shape.kind, mention: 'mention' }[as];
  return {
    id: `${parent}/${step(`${entry.path}#${entry.index}`)}`,
    label: title && title !== name ? `${name} ${title}` : name,
    description: aside ? `${how}, ${aside}` : how,
    tooltip: `${how}${aside ? `, ${aside}: does not count` : ''}\n\n\`${entry.path}\``,
    icon: aside ? 'aside' : as === 'mention' ? 'mention' : entry.shape.kind,
    children: 'none',
    place: { path: entry.path, record: entry.index, at: citation.at },
    context: 'document',
  };
}

/** How many of the criteria are implemented: `31 of 33`. */
function shareWords(rows: readonly Row[]): string {
  const included = rows.filter(({ coverage }) => coverage.marks.length === 0);
  const done = included.filter(
    ({ coverage }) => ladder.indexOf(coverage.state) >= ladder.indexOf('implemented'),
  );
  return `${done.length} of ${included.length}`;
}

function countWords(rows: readonly Row[]): string {
  const counts = new Map<string, number>();
  for (const { coverage } of rows) {
    const shown = coverage.marks[0] ?? coverage.state;
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  const words = [...ladder, 'excluded'].flatMap(state =>
    counts.has(state) ? [`${counts.get(state)} ${state}`] : [],
  );
  return `${rows.length} criteria: ${words.join(', ')}`;
}
