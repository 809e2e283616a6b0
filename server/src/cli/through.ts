import type { Catalog } from '../core/catalog/catalog.ts';
import { toneOf } from '../core/pages/coverageTables.ts';
import type { Block, Inline, Inlines } from '../core/pages/page.ts';
import { counted } from '../core/pages/words.ts';
import { type LadderState, ladder } from '../core/program/ladder.ts';
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
    criteria: rowsIn(only, rows).map(({ criterion, own, excluded, state, inPart, standIns }) => ({
      id: criterion.id,
      title: criterion.title,
      state,
      inPart: inPart ?? null,
      own,
      marks: excluded ? ['excluded'] : [],
      standIns: standIns.map(one => ({
        catalog: one.catalog,
        id: one.id,
        relationship: one.relationship,
        state: one.state,
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

/** The rows in one of the states asked for; what is mapped in part has at least the state of its row. */
function rowsIn(only: Arguments['only'], rows: readonly ThroughRow[]): readonly ThroughRow[] {
  return rows.filter(({ state, excluded }) => isAskedFor(only, excluded ? 'excluded' : state));
}

function cellsOf(row: ThroughRow, program: Program): Inlines[] {
  const { criterion, own, excluded, state, inPart, standIns } = row;
  const shown: Inline = excluded
    ? { text: 'excluded', tone: 'aside' }
    : inPart
      ? { text: 'in part', tone: 'advanced' }
      : { text: state, tone: toneOf[state] };
  const more = standIns.length > mostNamed ? [`and ${counted(standIns.length - mostNamed, 'other')}`] : [];
  const cited = own === 'missing' ? [] : [`cited directly (${own})`];
  const why = [...cited, ...standIns.slice(0, mostNamed).map(one => standInText(one, program)), ...more];
  return [
    [criterion.id],
    [criterion.title],
    [shown],
    [why.join(', ') || 'Nothing cites it, and no criterion maps to it.'],
  ];
}

function standInText({ catalog, id, key, relationship, state }: StandIn, program: Program): string {
  const name = catalog === program.catalog.name ? id : key;
  return `${name} (${relationship}) ${state}`;
}

/** How many criteria stand where; of those in part the state is what they are for sure. */
function summaryOf(
  rows: readonly ThroughRow[],
): Record<LadderState | 'criteria' | 'inPart' | 'excluded', number> {
  const included = rows.filter(({ excluded }) => !excluded);
  const on = (state: LadderState) => included.filter(row => !row.inPart && row.state === state).length;
  return {
    criteria: rows.length,
    missing: on('missing'),
    listed: on('listed'),
    documented: on('documented'),
    designed: on('designed'),
    implemented: on('implemented'),
    evidenced: on('evidenced'),
    inPart: included.filter(({ inPart }) => inPart).length,
    excluded: rows.length - included.length,
  };
}

function summaryWords(summary: ReturnType<typeof summaryOf>): string {
  const states = [...ladder].reverse().filter(state => summary[state] > 0);
  const words = states.map(state => `${summary[state]} ${state}`);
  if (summary.inPart > 0) words.push(`${summary.inPart} in part`);
  if (summary.excluded > 0) words.push(`${summary.excluded} excluded`);
  return `${counted(summary.criteria, 'criterion', 'criteria')}: ${words.join(', ')}`;
}
