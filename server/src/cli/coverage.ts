import type { Catalog } from '../core/catalog/catalog.ts';
import { coverageSummary, coverageSummaryWords, coverageTables } from '../core/pages/coverageTables.ts';
import { viewSentence } from '../core/pages/coverageWords.ts';
import { descriptionSummary, descriptionTable, whyDescribed } from '../core/pages/descriptionWords.ts';
import { componentsMissing, descriptionOf } from '../core/program/description.ts';
import { dateIn, type RecordEntry } from '../core/program/record.ts';
import type { Report } from '../core/program/report.ts';
import { reportWords } from '../core/program/reportWords.ts';
import { partsOf, type Row, rowsOf } from '../core/program/sections.ts';
import { append } from '../core/text/lists.ts';
import type { Arguments } from './arguments.ts';
import { beginning } from './beginning.ts';
import { cacheFor } from './cacheFor.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { didYouMean } from './didYouMean.ts';
import { codeOf, sayUnread } from './notAllRead.ts';
import { isAskedFor, leftOutText } from './onlyStates.ts';
import { type AskedProgram, findPrograms, readPrograms } from './programs.ts';
import { readableBlocks } from './readable.ts';
import { revisionJson } from './revisionWords.ts';
import { write } from './terminal.ts';
import { columns } from './terminalAbilities.ts';
import { joined, json, paint, printable, type TerminalText, terminal } from './terminalText.ts';
import { throughJson, throughText } from './through.ts';
import { noticeJson } from './unreadNotices.ts';
import { notRead } from './words.ts';

/** `tickmark coverage`: prints how far along each criterion in scope is. */
export async function coverage(args: Arguments): Promise<number> {
  const found = await findPrograms(args);
  const asked = await readPrograms(args, found, cacheFor(args, found));
  const { programs, notices, unreadable } = asked;
  const through = throughOf(programs, args.through);
  if (args.format === 'json') {
    write(
      json({
        version: 1,
        ...revisionJson(asked.revision),
        programs: programs.map(one => programJson(one, through, args.only)),
        notices: notices.map(noticeJson),
        unreadable,
      }),
    );
    sayUnread(asked);
    return codeOf(0, asked);
  }
  const parts = beginning(asked);
  for (const program of programs) {
    append(parts, program.unreadable.map(notRead));
    const catalog = through?.get(program);
    if (through && !catalog) continue;
    for (const report of program.engine.program.currentReports) {
      parts.push(
        catalog ? throughText(program, report, catalog, args.only) : reportText(program, report, args.only),
      );
    }
  }
  write(joined(parts, terminal`\n`));
  sayUnread(asked);
  return codeOf(0, asked);
}

/** The catalog that each program is looked at through, where it has one of this name. */
type Through = ReadonlyMap<AskedProgram, Catalog>;

/** @throws CouldNotRun where no program has a catalog of the name asked for */
function throughOf(programs: readonly AskedProgram[], name: string | undefined): Through | undefined {
  if (name === undefined || programs.length === 0) return undefined;
  const found = new Map<AskedProgram, Catalog>();
  for (const program of programs) {
    const catalog = program.engine.program.catalogs.named(name);
    if (catalog) found.set(program, catalog);
  }
  if (found.size > 0) return found;
  const all = programs.flatMap(({ engine }) => engine.program.catalogs.all);
  const known = [...new Set(all.map(one => one.name))];
  throw new CouldNotRun(
    `--through ${name}: no manifest has a catalog with this name.${didYouMean(name, known)} Known catalogs: ${known.join(', ')}.`,
  );
}

function programJson(program: AskedProgram, through: Through | undefined, only: Arguments['only']) {
  const { shown, fileOf, engine, unreadable } = program;
  const { catalogs } = engine.program;
  const catalog = through?.get(program);
  return {
    root: shown,
    unreadable,
    reports: engine.program.currentReports.map(report => {
      const rows = rowsOf(engine.program, report);
      return {
        id: report.id,
        kind: report.kind,
        type: report.type ?? null,
        assumed: report.assumed,
        countedOn: engine.program.dayOf(report),
        scope: {
          catalogs: report.catalogs,
          categories: report.categories,
          asOf: report.asOf ?? null,
          period: report.period ?? null,
          excluded: [...report.excluded].map(([key, reason]) => ({
            catalog: catalogs.criterion(key)?.catalog.name,
            criterion: catalogs.criterion(key)?.thing.id,
            reason: reason ?? null,
          })),
        },
        ...(catalog ? { through: throughJson(engine.program, report, catalog, only) } : {}),
        summary: coverageSummary(rows),
        description: descriptionJson(program, report),
        criteria: rows.filter(isIn(only)).map(({ key, catalog, criterion, coverage }) => ({
          catalog: catalog.name,
          id: criterion.id,
          title: criterion.title,
          group: criterion.group ?? null,
          state: coverage.state,
          marks: coverage.marks,
          reason: coverage.reason,
          reliesOn: coverage.vendors,
          unserved: coverage.unserved,
          deviations: { ids: coverage.deviations, controls: coverage.deviating, of: coverage.controls },
          tasks: coverage.tasks.map(task => taskJson(program, task)),
          documents: engine.program.coverage.covering(report, key).map(({ entry, as, aside }) => ({
            file: fileOf(entry.path),
            kind: entry.shape.kind,
            id: entry.shape.id?.text ?? null,
            title: entry.shape.title ?? null,
            as,
            aside: aside ?? null,
          })),
        })),
      };
    }),
  };
}

/** An open task that is to close a gap. */
function taskJson({ fileOf }: AskedProgram, { path, shape }: RecordEntry) {
  return {
    file: fileOf(path),
    id: shape.id?.text ?? null,
    title: shape.title ?? null,
    owner: shape.values['owner']?.text ?? null,
    due: dateIn(shape.values, 'due') ?? null,
  };
}

/** Where the description of the system stands; null for a report that has none. */
function descriptionJson({ engine, fileOf }: AskedProgram, report: Report) {
  const rows = descriptionOf(engine.program, report);
  if (rows.length === 0) return null;
  return {
    summary: descriptionSummary(rows),
    criteria: rows.map(row => ({
      id: row.criterion.id,
      title: row.criterion.title,
      state: row.state.replaceAll(' ', '-'),
      reason: whyDescribed(row),
      components: row.mentioned
        ? { mentioned: row.mentioned, missing: componentsMissing(row.mentioned) }
        : null,
      documents: [...row.describedBy, ...row.aside].map(({ path, shape }) => ({
        file: fileOf(path),
        kind: shape.kind,
        id: shape.id?.text ?? null,
        title: shape.title ?? null,
        aside: shape.standing === 'counts' ? null : shape.standing,
      })),
    })),
  };
}

function reportText({ engine, shown }: AskedProgram, report: Report, only: Arguments['only']): TerminalText {
  const rows = rowsOf(engine.program, report);
  const isListed = isIn(only);
  const words = reportWords(report, engine.program.catalogs, 'long');
  const tables = coverageTables(partsOf(engine.program, report, rows), isListed);
  // What is not described is missing as well.
  const described = descriptionTable(
    descriptionOf(engine.program, report),
    ({ state }) => !only || (only.includes('missing') && state === 'not described'),
  );
  const blocks = readableBlocks([...tables, ...described], columns());
  const parts = [
    terminal`${paint('bold', printable(shown))}: ${printable(words)}\n${printable(viewSentence(engine.program, report))}`,
    ...blocks,
    ...leftOutText(only, rows.filter(isListed).length, rows.length),
    terminal`Total: ${printable(coverageSummaryWords(coverageSummary(rows)))}`,
  ];
  return terminal`${joined(parts, terminal`\n\n`)}\n`;
}

/** Tells of a row whether it is in one of the states asked for. */
function isIn(only: Arguments['only']): (row: Row) => boolean {
  return ({ coverage }) => isAskedFor(only, coverage);
}
