import { csv } from '../../core/exports/csv.ts';
import { dueEvents } from '../../core/exports/dueEvents.ts';
import { icalendar } from '../../core/exports/icalendar.ts';
import { controlsOf } from '../../core/features/newEvidence/windowsOffered.ts';
import { missingFrom } from '../../core/pages/windowWords.ts';
import { type DueWindow, dueIn, isOwnedBy } from '../../core/program/evidence/due.ts';
import { daysBetween } from '../../core/text/calendar.ts';
import type { Arguments } from '../arguments.ts';
import { cacheFor } from '../cacheFor.ts';
import { CouldNotRun } from '../couldNotRun.ts';
import { didYouMean } from '../didYouMean.ts';
import { controlCells } from '../evidence/shownProgram.ts';
import { codeOf, sayUnread } from '../notAllRead.ts';
import { type AskedProgram, type AskedPrograms, findPrograms, readPrograms } from '../programs.ts';
import { revisionJson } from '../revisionWords.ts';
import { write } from '../terminal.ts';
import { handedOut, json, type TerminalText } from '../terminalText.ts';
import { noticeJson } from '../unreadNotices.ts';
import type { DueProgram } from './dueProgram.ts';
import { dueText } from './dueText.ts';

/**
 * `tickmark due`: prints the evidence that is due, and what no longer can be had in time.
 * @throws CouldNotRun where no control has the owner asked for
 */
export async function due(args: Arguments): Promise<number> {
  const found = await findPrograms(args);
  const asked = await readPrograms(args, found, cacheFor(args, found));
  requireOwner(asked.programs, args.owner);
  const shown = asked.programs.map((program): DueProgram => {
    const { program: own } = program.engine;
    const reports = own.currentReports.map(report => ({ report, due: dueIn(own, report, args) }));
    return { program, reports };
  });
  write(printed(asked, shown, args));
  sayUnread(asked);
  return codeOf(0, asked);
}

function printed(asked: AskedPrograms, shown: readonly DueProgram[], args: Arguments): TerminalText {
  switch (args.format) {
    case 'csv':
      return handedOut(csv([head, ...shown.flatMap(rowsOf)]));
    case 'ics':
      return handedOut(icalendar(shown.flatMap(eventsOf), args.today));
    case 'json':
      return json({
        version: 1,
        until: args.until,
        ...revisionJson(asked.revision),
        programs: shown.map(programJson),
        notices: asked.notices.map(noticeJson),
        unreadable: asked.unreadable,
      });
    default:
      return dueText(asked, shown, args);
  }
}

function requireOwner(programs: readonly AskedProgram[], owner: string | undefined): void {
  if (owner === undefined || programs.length === 0) return;
  const known = new Set<string>();
  for (const { engine } of programs) {
    const { program } = engine;
    for (const entry of controlsOf(program)) {
      if (isOwnedBy(program, entry, owner)) return;
      const stated = entry.shape.values['owner'];
      if (stated) known.add(stated.text);
    }
  }
  throw new CouldNotRun(
    `--owner ${owner}: no control has this owner.${didYouMean(owner, [...known])} Name an id, a name, or a role, as controls do under \`owner\`.`,
  );
}

/** What can still be had in time; a gap is nothing that a calendar can remind of. */
function eventsOf({ program, reports }: DueProgram) {
  const organization = program.engine.program.manifest?.shape.organization;
  return reports.flatMap(({ report, due: { overdue, due } }) =>
    dueEvents([...overdue, ...due], report, organization),
  );
}

function programJson({ program, reports }: DueProgram) {
  return {
    root: program.shown,
    unreadable: program.unreadable,
    reports: reports.map(({ report, due: { overdue, due, gaps, later } }) => ({
      id: report.id,
      countedOn: program.engine.program.today,
      overdue: overdue.map(one => windowJson(program, one)),
      due: due.map(one => windowJson(program, one)),
      gaps: gaps.map(one => windowJson(program, one)),
      later: later.length,
    })),
  };
}

function windowJson(program: AskedProgram, { control, window }: DueWindow) {
  const { id, title, values } = control.shape;
  return {
    control: id?.text ?? null,
    title: title ?? null,
    file: program.fileOf(control.path),
    owner: values['owner']?.text ?? null,
    window: window.name,
    from: window.from,
    to: window.to,
    closes: window.closes,
    days: daysBetween(program.engine.program.today, window.to),
    state: window.state,
    missing: missingFrom(window),
  };
}

const head = [
  ...['program', 'report', 'control', 'title', 'owner', 'list', 'window', 'from', 'due', 'closes'],
  ...['state', 'missing'],
];

function rowsOf({ program, reports }: DueProgram): string[][] {
  return reports.flatMap(({ report, due: { overdue, due, gaps } }) =>
    Object.entries({ overdue, due, gap: gaps }).flatMap(([list, windows]) =>
      windows.map(({ control, window }) => [
        ...[program.shown, report.id, ...controlCells(control), list],
        ...[window.name, window.from, window.to, window.closes, window.state],
        missingFrom(window).join('; '),
      ]),
    ),
  );
}
