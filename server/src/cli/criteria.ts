import { isOfOtherRole, type PointOfFocus, type PrivacyRole } from '../core/catalog/catalog.ts';
import { tsc } from '../core/catalog/tsc.ts';
import {
  type CriteriaList,
  criteriaList,
  criteriaRows,
  type ListedCriterion,
  questionsOf,
} from '../core/exports/criteriaList.ts';
import { csv } from '../core/exports/csv.ts';
import { pointMarks, titled } from '../core/pages/words.ts';
import type { Program } from '../core/program/program.ts';
import type { Report } from '../core/program/report.ts';
import { reportWords } from '../core/program/reportWords.ts';
import { append } from '../core/text/lists.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { didYouMean } from './didYouMean.ts';
import { programHere } from './programHere.ts';
import { write } from './terminal.ts';
import { handedOut, joined, json, paint, printable, type TerminalText, terminal } from './terminalText.ts';
import { counted } from './words.ts';

/** A list, and what it answers for. */
interface Answer {
  readonly list: CriteriaList;
  readonly role: PrivacyRole | undefined;
  /** The report whose scope it is; absent where the scope was named, or is everything. */
  readonly report: { readonly program: Program; readonly report: Report } | undefined;
}

/**
 * `tickmark criteria`: prints what a scope asks for: that of `--scope`, else of the report of the program at the folder
 * named or the current one, else everything.
 * @throws CouldNotRun where the scope names what is no category, or there is no such folder or report
 */
export async function criteria(args: Arguments): Promise<number> {
  const answer = args.scope ? ofScope(args.scope, args) : await ofReport(args);
  const print = args.format === 'json' ? listJson : args.format === 'csv' ? listCsv : listText;
  write(print(answer, args));
  return 0;
}

function ofScope(scope: readonly string[], { role }: Arguments): Answer {
  if (scope.length === 1 && scope[0]?.toLowerCase() === 'all') return ofEverything(role);
  for (const name of scope) {
    if (tsc.category(name)) continue;
    const known = tsc.categories.map(({ id }) => id);
    const near = didYouMean(name, [...known, 'all']);
    throw new CouldNotRun(
      `--scope ${name}: this category does not exist.${near} Use ${known.join(', ')}, or all.`,
    );
  }
  return { list: criteriaList([{ catalog: tsc, categories: scope }], role), role, report: undefined };
}

function ofEverything(role: PrivacyRole | undefined): Answer {
  return { list: criteriaList([{ catalog: tsc, categories: undefined }], role), role, report: undefined };
}

async function ofReport(args: Arguments): Promise<Answer> {
  const { operands, report: id, role: asked } = args;
  const here = await programHere(args, operands[0]);
  if (!here) {
    if (operands.length === 0 && id === undefined) return ofEverything(asked);
    throw new CouldNotRun(
      '--report: no manifest `tickmark.yaml` found. Name the scope with `--scope` instead.',
    );
  }
  const { program } = here;
  program.chooseReport(id);
  const { report, reports, catalogs } = program;
  // A manifest that states no scope leaves open what it will be.
  if (report.assumed && id === undefined) return ofEverything(asked);
  if (id !== undefined && report.id !== id) {
    const known = reports.map(other => other.id);
    throw new CouldNotRun(
      `The manifest has no report \`${id}\`.${didYouMean(id, known)} Known reports: ${known.join(', ')}.`,
    );
  }
  const role = asked ?? program.privacyRole;
  return { list: criteriaList(questionsOf(report, catalogs), role), role, report: { program, report } };
}

function listCsv({ list }: Answer, { points }: Arguments): TerminalText {
  return handedOut(csv(criteriaRows(list, points)));
}

function listJson(
  { list: { scope, criteria, counts }, role, report }: Answer,
  args: Arguments,
): TerminalText {
  const listed = criteria.map(({ catalog, criterion, points, excluded }) => {
    const { id, title, description, group } = criterion;
    return {
      catalog: catalog.name,
      ...{ id, title, description, group, pointCount: points.length },
      ...(excluded ? { excluded: { reason: excluded.reason ?? null } } : {}),
      ...(args.points ? { points } : {}),
    };
  });
  const id = report?.report.id ?? null;
  return json({ version: 1, report: id, scope, role, criteria: listed, counts });
}

function listText({ list: { criteria, counts }, role, report }: Answer, args: Arguments): TerminalText {
  const lines: TerminalText[] = [];
  if (report) {
    lines.push(printable(reportWords(report.report, report.program.catalogs, 'long')), terminal``);
  }
  let above: string | undefined;
  for (const listed of criteria) {
    const heading = headingOf(listed);
    if (heading !== above && heading !== undefined) {
      if (above !== undefined) lines.push(terminal``);
      lines.push(paint('bold', printable(heading)));
    }
    above = heading;
    lines.push(criterionLine(listed));
    if (args.points)
      append(
        lines,
        listed.points.map(point => pointLine(point, role)),
      );
  }
  const ofRole =
    role === undefined
      ? terminal``
      : terminal` (${counts.pointsOfRole} likely to matter to a ${printable(role)}; consider all)`;
  const excluded = counts.excluded > 0 ? terminal` (${counts.excluded} excluded)` : terminal``;
  const total = terminal`${counted(counts.criteria, 'criterion', 'criteria')}${excluded}, ${counted(counts.points, 'point')} of focus${ofRole}`;
  return terminal`${joined([...lines, terminal``, total], terminal`\n`)}\n`;
}

function headingOf({ catalog, criterion }: ListedCriterion): string | undefined {
  const group = criterion.group === undefined ? undefined : catalog.group(criterion.group);
  return group ? titled(group.id, group.title) : titled(catalog.name, catalog.title);
}

function criterionLine({ criterion, points, excluded }: ListedCriterion): TerminalText {
  const name = terminal`  ${printable(titled(criterion.id, criterion.title))}`;
  const count =
    points.length > 0 ? paint('dim', terminal` · ${counted(points.length, 'point')}`) : terminal``;
  const why = excluded
    ? terminal` · excluded: ${printable(excluded.reason ?? 'no reason given')}`
    : terminal``;
  return joined([name, count, why]);
}

function pointLine(point: PointOfFocus, role: PrivacyRole | undefined): TerminalText {
  const marks = pointMarks(point);
  const aside = marks.length > 0 ? ` (${marks.join(', ')})` : '';
  const line = terminal`    ${printable(titled(point.id, point.title) + aside)}`;
  return isOfOtherRole(point, role) ? paint('dim', line) : line;
}
