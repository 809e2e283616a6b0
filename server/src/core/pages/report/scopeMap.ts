import type { Catalog } from '../../catalog/catalog.ts';
import { keyOf } from '../../catalog/catalogs.ts';
import { type Shown, shownOf, shownStates } from '../../program/ladder.ts';
import type { Program } from '../../program/program.ts';
import type { Report } from '../../program/report.ts';
import type { CellGroup, CellMap, Sign } from '../page.ts';
import { signOf } from '../stateDrawings.ts';

/** A criterion that the report is not measured against. */
const outside: Sign = { sign: '–', meaning: 'not in scope', tone: 'aside' };

/**
 * Every criterion of the catalogs of a report, by group, each with the sign of its state. Those that are not in scope are there
 * too, so the scope shows as a part of the whole.
 */
export function scopeMap(program: Program, report: Report): CellMap {
  const catalogs = report.catalogs.flatMap(name => program.catalogs.named(name) ?? []);
  const states = new Map<string, Shown>();
  for (const key of report.criteria) states.set(key, shownOf(program.coverage.stateOf(report, key)));
  const groups = catalogs.flatMap(catalog => groupsOf(catalog, states));
  const occurring = new Set(states.values());
  const isAll = groups.every(({ cells }) => cells.every(({ sign }) => sign !== outside));
  return {
    kind: 'map',
    groups,
    legend: [...shownStates.filter(state => occurring.has(state)).map(signOf), ...(isAll ? [] : [outside])],
  };
}

function groupsOf(catalog: Catalog, states: ReadonlyMap<string, Shown>): CellGroup[] {
  const cellsOf = (group: string | undefined) =>
    catalog.criteria
      .filter(criterion => criterion.group === group)
      .map(({ id }) => {
        const key = keyOf(catalog.name, id);
        const state = states.get(key);
        return { label: [{ text: id, target: { page: key } }], sign: state ? signOf(state) : outside };
      });
  const groups = catalog.groups.map(({ id, title }) => ({
    label: [title === id ? id : `${id} ${title}`],
    cells: cellsOf(id),
  }));
  const known = new Set(catalog.groups.map(({ id }) => id));
  const others = catalog.criteria.filter(({ group }) => group === undefined || !known.has(group));
  const rest = [...new Set(others.map(({ group }) => group))].flatMap(cellsOf);
  return [...groups, ...(rest.length > 0 ? [{ cells: rest }] : [])].filter(({ cells }) => cells.length > 0);
}
