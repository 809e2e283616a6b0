import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { type LadderState, ladder } from '../core/programme/ladder.ts';
import type { Report } from '../core/programme/report.ts';
import { reportWords } from '../core/programme/reportWords.ts';
import { type Parts, partsOf, type Row, rowsOf } from '../core/programme/sections.ts';
import { append, largest } from '../core/text/lists.ts';
import type { Arguments } from './arguments.ts';
import { cacheFor } from './cacheFor.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { codeOf, outsideText } from './notAllRead.ts';
import { type AskedProgramme, findProgrammes, readProgrammes } from './programmes.ts';
import { write } from './terminal.ts';
import { joined, json, paint, printable, type TerminalText, terminal } from './terminalText.ts';
import { throughJson, throughText } from './through.ts';
import { counted, notRead } from './words.ts';

/** `tickmark coverage`: prints how far along each criterion in scope is. */
export async function coverage(args: Arguments): Promise<number> {
  const found = await findProgrammes(args);
  const asked = await readProgrammes(args, found, cacheFor(args, found));
  const { programmes, notices, unreadable } = asked;
  const through = throughOf(programmes, args.through);
  if (args.format === 'json') {
    write(
      json({
        version: 1,
        programmes: programmes.map(one => programmeJson(one, through)),
        notices,
        unreadable,
      }),
    );
    return codeOf(0, asked);
  }
  const parts = notices.map(({ root, text }) => terminal`${printable(`${root}: ${text}`)}\n`);
  append(parts, outsideText(asked));
  if (programmes.length === 0 && notices.length === 0)
    parts.push(terminal`No control documentation was found here.\n`);
  for (const programme of programmes) {
    append(parts, programme.unreadable.map(notRead));
    const catalogue = through?.get(programme);
    if (through && !catalogue) continue;
    for (const report of programme.engine.programme.currentReports) {
      parts.push(catalogue ? throughText(programme, report, catalogue) : reportText(programme, report));
    }
  }
  write(joined(parts, terminal`\n`));
  return codeOf(0, asked);
}

/** The catalogue that each programme is looked at through, where it has one of this name. */
type Through = ReadonlyMap<AskedProgramme, Catalogue>;

/** @throws CouldNotRun where no programme has a catalogue of the name asked for */
function throughOf(programmes: readonly AskedProgramme[], name: string | undefined): Through | undefined {
  if (name === undefined || programmes.length === 0) return undefined;
  const found = new Map<AskedProgramme, Catalogue>();
  for (const programme of programmes) {
    const catalogue = programme.engine.programme.catalogues.named(name);
    if (catalogue) found.set(programme, catalogue);
  }
  if (found.size > 0) return found;
  const all = programmes.flatMap(({ engine }) => engine.programme.catalogues.all);
  const known = [...new Set(all.map(one => one.name))].join(', ');
  throw new CouldNotRun(`--through ${name}: no manifest has such a catalogue. Known: ${known}.`);
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

function programmeJson(programme: AskedProgramme, through: Through | undefined) {
  const { shown, fileOf, engine, unreadable } = programme;
  const { catalogues } = engine.programme;
  const catalogue = through?.get(programme);
  return {
    root: shown,
    unreadable,
    reports: engine.programme.currentReports.map(report => {
      const rows = rowsOf(engine.programme, report);
      return {
        id: report.id,
        kind: report.kind,
        type: report.type ?? null,
        assumed: report.assumed,
        scope: {
          catalogues: report.catalogues,
          categories: report.categories,
          asOf: report.asOf ?? null,
          period: report.period ?? null,
          excluded: [...report.excluded].map(([key, reason]) => ({
            catalogue: catalogues.criterion(key)?.catalogue.name,
            criterion: catalogues.criterion(key)?.thing.id,
            reason: reason ?? null,
          })),
        },
        ...(catalogue ? { through: throughJson(engine.programme, report, catalogue) } : {}),
        summary: summaryOf(rows),
        criteria: rows.map(({ key, catalogue, criterion, coverage: { state, marks, reason } }) => ({
          catalogue: catalogue.name,
          id: criterion.id,
          title: criterion.title,
          state,
          marks,
          reason,
          documents: engine.programme.covering(report, key).map(({ entry, as, aside }) => ({
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

function reportText({ engine, shown }: AskedProgramme, report: Report): TerminalText {
  const rows = rowsOf(engine.programme, report);
  const words = reportWords(report, engine.programme.catalogues, 'long');
  const lines = [
    terminal`${paint('bold', printable(shown))}: ${printable(words)}`,
    terminal`Management's view, not an auditor's conclusion.`,
    terminal``,
    ...partLines(partsOf(engine.programme, report, rows), widthsOf(rows)),
    terminal`In all: ${summaryWords(summaryOf(rows))}`,
  ];
  return terminal`${joined(lines, terminal`\n`)}\n`;
}

/** How wide the columns of ids and titles are. */
interface Widths {
  readonly id: number;
  readonly title: number;
}

function widthsOf(rows: readonly Row[]): Widths {
  return {
    id: largest(
      6,
      rows.map(({ criterion }) => criterion.id.length),
    ),
    title: largest(
      0,
      rows.map(({ criterion }) => criterion.title.length),
    ),
  };
}

/** The criteria of a report under the headings of its categories, or of its groups where it has no categories. */
function partLines({ sections, rows }: Parts, widths: Widths): TerminalText[] {
  const lines = sections.flatMap(({ kind, label, rows: own, parts }) => {
    const heading = terminal`${paint('bold', printable(label))}: ${summaryWords(summaryOf(own))}`;
    if (kind === 'catalogue') return [heading, terminal``, ...partLines(parts, widths)];
    return [heading, ...own.map(row => rowText(row, widths)), terminal``];
  });
  return [...lines, ...rows.map(row => rowText(row, widths)), ...(rows.length > 0 ? [terminal``] : [])];
}

function summaryWords(summary: ReturnType<typeof summaryOf>): TerminalText {
  const criteria = counted(summary.criteria, 'criterion', 'criteria');
  const states = [...[...ladder].reverse(), 'excluded' as const].filter(state => summary[state] > 0);
  return states.length === 0
    ? criteria
    : terminal`${criteria}: ${printable(states.map(state => `${summary[state]} ${state}`).join(', '))}`;
}

function rowText({ criterion, coverage: { state, marks, reason } }: Row, widths: Widths): TerminalText {
  const shown = marks.length > 0 ? 'excluded' : state;
  const colour = {
    missing: 'red',
    documented: 'yellow',
    designed: 'cyan',
    implemented: 'green',
    evidenced: 'green',
    excluded: 'gray',
  } as const;
  const name = printable(`${criterion.id.padEnd(widths.id)} ${criterion.title.padEnd(widths.title)}`);
  return terminal`  ${name} ${paint(colour[shown], printable(shown.padEnd(12)))} ${printable(reason)}`;
}
