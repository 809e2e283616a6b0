import { descriptionOf } from '../../program/description.ts';
import { type Due, dueIn } from '../../program/evidence/due.ts';
import { isWithoutControl } from '../../program/ladder.ts';
import type { Program } from '../../program/program.ts';
import type { Report } from '../../program/report.ts';
import { reportKind, reportWords } from '../../program/reportWords.ts';
import { partsOf, type Row, rowsOf } from '../../program/sections.ts';
import { daysLater } from '../../text/calendar.ts';
import { coverageSummary, coverageSummaryWords, coverageTables } from '../coverageTables.ts';
import { viewSentence } from '../coverageWords.ts';
import { descriptionTable } from '../descriptionWords.ts';
import { dueRow } from '../dueWords.ts';
import { type Block, heading, type Page, paragraph, type Table } from '../page.ts';
import { stateBars } from '../stateDrawings.ts';
import { noEvidenceWords } from '../windowWords.ts';
import { evidenceMatrices } from './evidenceMatrix.ts';
import { ownersTable } from './ownersTable.ts';
import { deviationsTable, risksTable } from './riskTables.ts';
import { scopeMap } from './scopeMap.ts';

/** By what this page is asked for, where others are by an id or a name. */
export const reportPageId = 'report';

/** How many days ahead the report looks for what is due. */
const daysAhead = 30;

/**
 * Where a program stands for a report, for who leads it, a board, or an auditor: how far it is, what is missing, what is due, who
 * owns it, and everything that this is concluded from. It is the same in every medium.
 * @param most how many rows a table or matrix has before the others are only counted: a view is drawn again with each change
 */
export function reportPage(program: Program, report: Report, most = Number.POSITIVE_INFINITY): Page {
  const organization = program.manifest?.shape.organization;
  const rows = rowsOf(program, report);
  const due = dueIn(program, report, { until: daysLater(program.today, daysAhead), owner: undefined });
  return {
    title: organization === undefined ? reportKind(report) : `${organization}: ${reportKind(report)}`,
    blocks: [
      paragraph(`${reportWords(report, program.catalogs, 'long')}.`),
      paragraph({ text: viewOf(program, report), style: 'emphasis' }),
      ...howFar(program, report, rows),
      ...whatIsMissing(program, report, rows),
      ...whatIsDue(program, report, due, most),
      ...under('Who owns it', cut(ownersTable(program, report, due), most)),
      ...under('Evidence over the period', evidenceMatrices(program, report, most), ifNoneIsKept(program)),
      ...under('Deviations', cut(deviationsTable(program, report), most)),
      ...under('Risks', cut(risksTable(program, report), most)),
      heading('Every criterion'),
      ...coverageTables(partsOf(program, report, rows)),
      ...descriptionTable(descriptionOf(program, report)),
    ],
  };
}

/** Once a period is over, controls are counted as of its end, and what is due as of today. */
function viewOf(program: Program, report: Report): string {
  const view = viewSentence(program, report, program.today);
  const day = program.dayOf(report);
  return report.period && day !== program.today
    ? `${view} Controls are counted as of ${day}, when the period ended.`
    : view;
}

function howFar(program: Program, report: Report, rows: readonly Row[]): Block[] {
  const { sections } = partsOf(program, report, rows);
  const categories = sections.flatMap(one => (one.kind === 'catalog' ? one.parts.sections : [one]));
  return [
    heading('How far it is'),
    paragraph(`${coverageSummaryWords(coverageSummary(rows))}.`),
    scopeMap(program, report),
    ...categories.map(({ label, rows: own }) => stateBars(own, [{ text: label, style: 'strong' }])),
  ];
}

/** The criteria without a control, and what the description of the system lacks. */
function whatIsMissing(program: Program, report: Report, rows: readonly Row[]): Block[] {
  const isOpen = ({ coverage }: Row) => isWithoutControl(coverage);
  const description = descriptionTable(
    descriptionOf(program, report),
    ({ state }) => state === 'not described' || state === 'in part',
  );
  const blocks = [...coverageTables(partsOf(program, report, rows), isOpen), ...description];
  return [
    heading('What is missing'),
    ...(blocks.length > 0 ? blocks : [paragraph('A control maps to every criterion in scope.')]),
  ];
}

function whatIsDue(
  program: Program,
  report: Report,
  { overdue, due, gaps, later }: Due,
  most: number,
): Block[] {
  if (!report.period) return [];
  const table = (caption: string, windows: Due['due']): Block[] => {
    if (windows.length === 0) return [];
    const rows = windows.map(one => dueRow(one, program.today));
    return cut(
      { kind: 'table', caption: [{ text: caption, style: 'strong' }, `: ${windows.length}`], rows },
      most,
    );
  };
  const tables = [
    ...table('Overdue, and still in the grace time', overdue),
    ...table(`Due in the next ${daysAhead} days`, due),
    ...table('Closed with evidence missing', gaps),
  ];
  const [next] = later;
  return [
    heading('What is due'),
    ...(tables.length > 0
      ? [...ifNoneIsKept(program), ...tables]
      : [paragraph(`No evidence is due in the next ${daysAhead} days.`)]),
    ...(next ? [paragraph(`Evidence is next due on ${next.window.to}.`)] : []),
  ];
}

/** A gap in a program without any evidence may be none. */
function ifNoneIsKept({ evidence }: Program): Block[] {
  return evidence.isKept ? [] : [paragraph(noEvidenceWords)];
}

/** Blocks below their heading, with what is said before them; nothing where there is none. */
function under(title: string, blocks: readonly Block[], before: readonly Block[] = []): Block[] {
  return blocks.length > 0 ? [heading(title), ...before, ...blocks] : [];
}

/** The first rows of a table, and how many there are more; nothing where there is no table. */
function cut(table: Table | undefined, most: number): Block[] {
  if (table === undefined || table.rows.length <= most) return table ? [table] : [];
  const more = table.rows.length - most;
  return [
    { ...table, rows: table.rows.slice(0, most) },
    paragraph(`${more} more: \`tickmark report\` lists all.`),
  ];
}
