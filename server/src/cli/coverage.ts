import type { Criterion } from '../core/catalogue/catalogue.ts';
import { type CriterionCoverage, type LadderState, ladder } from '../core/programme/ladder.ts';
import type { Report } from '../core/programme/report.ts';
import { reportWords } from '../core/programme/reportWords.ts';
import type { Arguments } from './arguments.ts';
import { type AskedProgramme, readProgrammes } from './programmes.ts';
import { paint, printable } from './terminal.ts';
import { notRead } from './words.ts';

/** One criterion of a report with its coverage. */
interface Row {
  readonly criterion: Criterion;
  readonly coverage: CriterionCoverage;
}

/** `tickmark coverage`: prints how far along each criterion in scope is. */
export async function coverage(args: Arguments): Promise<number> {
  const { programmes, notices } = await readProgrammes(args);
  if (args.format === 'json') {
    process.stdout.write(
      `${JSON.stringify({ version: 1, programmes: programmes.map(programmeJson), notices }, undefined, 2)}\n`,
    );
    return 0;
  }
  const parts = notices.map(({ root, text }) => `${printable(`${root}: ${text}`)}\n`);
  if (programmes.length === 0 && notices.length === 0)
    parts.push('No control documentation was found here.\n');
  for (const programme of programmes) {
    parts.push(...programme.unreadable.map(notRead));
    for (const report of programme.engine.programme.currentReports) parts.push(reportText(programme, report));
  }
  process.stdout.write(parts.join('\n'));
  return 0;
}

function rowsOf({ engine }: AskedProgramme, report: Report): Row[] {
  const { programme } = engine;
  return programme.catalogue.criteria
    .filter(({ id }) => report.criteria.has(id))
    .map(criterion => ({ criterion, coverage: programme.coverage(report, criterion.id) }));
}

/** How many criteria stand where; the excluded ones are counted apart. */
function summaryOf(rows: readonly Row[]): Record<LadderState | 'criteria' | 'excluded', number> {
  const included = rows.filter(({ coverage: { marks } }) => marks.length === 0);
  const on = (state: LadderState) => included.filter(({ coverage }) => coverage.state === state).length;
  return {
    criteria: rows.length,
    missing: on('missing'),
    documented: on('documented'),
    designed: on('designed'),
    implemented: on('implemented'),
    evidenced: on('evidenced'),
    excluded: rows.length - included.length,
  };
}

function programmeJson(programme: AskedProgramme) {
  const { shown, fileOf, engine, unreadable } = programme;
  return {
    root: shown,
    unreadable,
    reports: engine.programme.currentReports.map(report => {
      const rows = rowsOf(programme, report);
      return {
        id: report.id,
        kind: report.kind,
        type: report.type ?? null,
        assumed: report.assumed,
        scope: {
          categories: report.categories,
          asOf: report.asOf ?? null,
          period: report.period ?? null,
          excluded: [...report.excluded].map(([criterion, reason]) => ({
            criterion,
            reason: reason ?? null,
          })),
        },
        summary: summaryOf(rows),
        criteria: rows.map(({ criterion, coverage: { state, marks, reason } }) => ({
          catalogue: engine.programme.catalogue.name,
          id: criterion.id,
          title: criterion.title,
          state,
          marks,
          reason,
          documents: engine.programme.covering(report, criterion.id).map(({ entry, as, aside }) => ({
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

function reportText(programme: AskedProgramme, report: Report): string {
  const { engine, shown } = programme;
  const { catalogue } = engine.programme;
  const rows = rowsOf(programme, report);
  const width = Math.max(0, ...rows.map(({ criterion }) => criterion.title.length));
  const lines = [
    `${paint('bold', printable(shown))}: ${printable(reportWords(report, catalogue, 'long'))}`,
    "Management's view, not an auditor's conclusion.",
    '',
  ];
  for (const category of catalogue.categories) {
    const own = rows.filter(
      ({ criterion }) => catalogue.group(criterion.group ?? '')?.category === category.id,
    );
    if (own.length === 0) continue;
    lines.push(`${paint('bold', category.title)}: ${summaryWords(summaryOf(own))}`);
    for (const row of own) lines.push(rowText(row, width));
    lines.push('');
  }
  lines.push(`In all: ${summaryWords(summaryOf(rows))}`);
  return `${lines.join('\n')}\n`;
}

function summaryWords(summary: ReturnType<typeof summaryOf>): string {
  const criteria = summary.criteria === 1 ? '1 criterion' : `${summary.criteria} criteria`;
  const states = [...[...ladder].reverse(), 'excluded' as const].filter(state => summary[state] > 0);
  return states.length === 0
    ? criteria
    : `${criteria}: ${states.map(state => `${summary[state]} ${state}`).join(', ')}`;
}

/** @param width how wide the titles' column is */
function rowText({ criterion, coverage: { state, marks, reason } }: Row, width: number): string {
  const shown = marks.length > 0 ? 'excluded' : state;
  const colour = {
    missing: 'red',
    documented: 'yellow',
    designed: 'cyan',
    implemented: 'green',
    evidenced: 'green',
    excluded: 'gray',
  } as const;
  const id = criterion.id.padEnd(6);
  return `  ${id} ${criterion.title.padEnd(width)} ${paint(colour[shown], shown.padEnd(12))} ${printable(reason)}`;
}
