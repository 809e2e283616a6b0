import type { Catalog } from '../core/catalog/catalog.ts';
import {
  type CoverageSummary,
  coverageSummary,
  coverageSummaryWords,
  toneOf,
} from '../core/pages/coverageTables.ts';
import { shownWords } from '../core/pages/coverageWords.ts';
import type { Block, Inline, Inlines } from '../core/pages/page.ts';
import { counted } from '../core/pages/words.ts';
import { shownOf } from '../core/program/ladder.ts';
import type { Program } from '../core/program/program.ts';
import type { Report } from '../core/program/report.ts';
import { reportWords } from '../core/program/reportWords.ts';
import { coverageThrough, type StandIn, type ThroughRow } from '../core/program/through.ts';
import type { Arguments } from './arguments.ts';
import { isAskedFor, leftOutText } from './onlyStates.ts';
import type { AskedProgram } from './programs.ts';
import { readableBlocks } from './readable.ts';
import { columns } from './terminalAbilities.ts';
import { joined, paint, printable, type TerminalText, terminal } from './terminalText.ts';

/** How many stand-ins a line names before it counts the others. */
const mostNamed = 3;

/** What `coverage --through` gives of a report: the criteria of another catalog, and what stands for each. */
export function throughJson(program: Program, report: Report, catalog: Catalog, only: Arguments['only']) {
  const rows = coverageThrough(program, report, catalog);
  return {
    catalog: catalog.name,
    summary: summaryOf(rows),
    criteria: rowsIn(only, rows).map(({ criterion, own, coverage, inPart, standIns }) => ({
      id: criterion.id,
      title: criterion.title,
      state: coverage.state,
      inPart: inPart ?? null,
      own: own.state,
      marks: coverage.marks,
      reliesOn: coverage.vendors,
      standIns: standIns.map(one => ({
        catalog: one.catalog,
        id: one.id,
        relationship: one.relationship,
        state: one.state,
        marks: one.marks,
        reliesOn: one.vendors,
      })),
    })),
  };
}

/** The same for people. */
export function throughText(
  { engine, shown }: AskedProgram,
  report: Report,
  catalog: Catalog,
  only: Arguments['only'],
): TerminalText {
  const { program } = engine;
  const rows = coverageThrough(program, report, catalog);
  const listed = rowsIn(only, rows);
  const table: Block = { kind: 'table', rows: listed.map(row => cellsOf(row, program)) };
  const words = reportWords(report, program.catalogs, 'long');
  const lines = [
    terminal`${paint('bold', printable(shown))}: ${printable(catalog.name)} mapped from ${printable(words)}`,
    terminal`Management's view, not an auditor's conclusion. A person has to judge each criterion that is mapped in part.`,
    terminal``,
    ...(listed.length > 0 ? [...readableBlocks([table], columns()), terminal``] : []),
    ...leftOutText(only, listed.length, rows.length).flatMap(left => [left, terminal``]),
    terminal`Total: ${printable(summaryWords(summaryOf(rows)))}`,
  ];
  return terminal`${joined(lines, terminal`\n`)}\n`;
}

/** The rows in the states asked for; what is mapped in part has at least the state of its row. */
function rowsIn(only: Arguments['only'], rows: readonly ThroughRow[]): readonly ThroughRow[] {
  return rows.filter(({ coverage }) => isAskedFor(only, coverage));
}

function cellsOf(row: ThroughRow, program: Program): Inlines[] {
  const { criterion, own, coverage, standIns } = row;
  const shown: Inline = isInPart(row)
    ? { text: 'in part', tone: 'advanced' }
    : { text: shownWords(coverage), tone: toneOf[shownOf(coverage)] };
  const more = standIns.length > mostNamed ? [`and ${counted(standIns.length - mostNamed, 'other')}`] : [];
  const cited = own.state === 'missing' ? [] : [`cited directly (${shownWords(own)})`];
  const why = [...cited, ...standIns.slice(0, mostNamed).map(one => standInText(one, program)), ...more];
  return [
    [criterion.id],
    [criterion.title],
    [shown],
    [why.join(', ') || 'Nothing cites it, and no criterion maps to it.'],
  ];
}

function standInText(standIn: StandIn, program: Program): string {
  const name = standIn.catalog === program.catalog.name ? standIn.id : standIn.key;
  return `${name} (${standIn.relationship}) ${shownWords(standIn)}`;
}

/** Whether other catalogs bring a criterion further in part. */
function isInPart({ coverage, inPart }: ThroughRow): boolean {
  return inPart !== undefined && !coverage.marks.includes('excluded');
}

/** How many criteria stand where; those that are further in part are counted apart. */
function summaryOf(rows: readonly ThroughRow[]): CoverageSummary & { readonly inPart: number } {
  const whole = rows.filter(row => !isInPart(row));
  return { ...coverageSummary(whole), criteria: rows.length, inPart: rows.length - whole.length };
}

function summaryWords(summary: ReturnType<typeof summaryOf>): string {
  const inPart = summary.inPart > 0 ? `; ${summary.inPart} in part` : '';
  return `${coverageSummaryWords(summary)}${inPart}`;
}
