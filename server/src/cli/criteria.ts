import type { Catalogue, PointOfFocus } from '../core/catalogue/catalogue.ts';
import { tsc } from '../core/catalogue/tsc.ts';
import { type CriteriaList, criteriaCsv, criteriaList, isOfOtherRole } from '../core/exports/criteriaList.ts';
import { counted, named } from '../core/pages/words.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { paint } from './terminal.ts';

/**
 * `tickmark criteria`: prints what a scope asks for.
 * @throws CouldNotRun where the scope names what is no category
 */
export function criteria(args: Arguments): number {
  for (const name of args.scope ?? []) {
    if (tsc.category(name)) continue;
    const known = tsc.categories.map(({ id }) => id).join(', ');
    throw new CouldNotRun(`--scope ${name}: there is no such category. The categories: ${known}.`);
  }
  const list = criteriaList(tsc, { categories: args.scope, role: args.role });
  const print = args.format === 'json' ? listJson : args.format === 'csv' ? listCsv : listText;
  process.stdout.write(print(list, tsc, args));
  return 0;
}

function listCsv(list: CriteriaList, catalogue: Catalogue, { points }: Arguments): string {
  return criteriaCsv(list, catalogue, points);
}

function listJson({ scope, criteria, counts }: CriteriaList, catalogue: Catalogue, args: Arguments): string {
  const { role, points: withPoints } = args;
  const listed = criteria.map(({ criterion, points }) => {
    const { id, title, description, group } = criterion;
    return { id, title, description, group, ...(withPoints ? { points } : {}) };
  });
  const result = { version: 1, catalogue: catalogue.name, scope, role, criteria: listed, counts };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function listText({ criteria, counts }: CriteriaList, catalogue: Catalogue, args: Arguments): string {
  const { role, points: withPoints } = args;
  const lines: string[] = [];
  let heading: string | undefined;
  for (const { criterion, points } of criteria) {
    const group = criterion.group === undefined ? undefined : catalogue.group(criterion.group);
    if (group && group.id !== heading) {
      lines.push(...(lines.length > 0 ? [''] : []), paint('bold', named(group.id, group.title)));
    }
    heading = group?.id;
    lines.push(`  ${named(criterion.id, criterion.title)}`);
    if (withPoints) lines.push(...points.map(point => pointLine(point, role)));
  }
  const ofRole = role === undefined ? '' : ` (${counts.pointsOfRole} concern a ${role})`;
  const total = `${counted(counts.criteria, 'criterion', 'criteria')}, ${counted(counts.points, 'point')} of focus${ofRole}`;
  return `${[...lines, '', total].join('\n')}\n`;
}

function pointLine(point: PointOfFocus, role: Arguments['role']): string {
  const marks = [point.only, point.role].filter(mark => mark !== undefined);
  const line = `    ${named(point.id, point.title)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
  return isOfOtherRole(point, role) ? paint('dim', line) : line;
}
