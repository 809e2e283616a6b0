import { csv } from '../../core/exports/csv.ts';
import { controlCalled, controlsOf } from '../../core/features/newEvidence/windowsOffered.ts';
import { missingFrom } from '../../core/pages/windowWords.ts';
import { type ControlInTime, controlsInTime } from '../../core/program/evidence/controlsInTime.ts';
import { nameOf, namesOf, type RecordEntry } from '../../core/program/record.ts';
import { referenceKey } from '../../core/program/touched.ts';
import { reasonOf } from '../../core/time/reasons.ts';
import type { Window } from '../../core/time/states.ts';
import type { Arguments } from '../arguments.ts';
import { cacheFor } from '../cacheFor.ts';
import { CouldNotRun } from '../couldNotRun.ts';
import { didYouMean } from '../didYouMean.ts';
import { codeOf, sayUnread } from '../notAllRead.ts';
import { type AskedProgram, type AskedPrograms, findPrograms, readPrograms } from '../programs.ts';
import { revisionJson } from '../revisionWords.ts';
import { write } from '../terminal.ts';
import { handedOut, json, type TerminalText } from '../terminalText.ts';
import { noticeJson } from '../unreadNotices.ts';
import { evidenceText } from './evidenceText.ts';
import { controlCells, type ShownProgram } from './shownProgram.ts';

/**
 * `tickmark evidence`: prints when evidence is expected of each control, and what is on file.
 * @throws CouldNotRun where no program has the control asked for
 */
export async function evidence(args: Arguments): Promise<number> {
  const found = await findPrograms(args);
  const asked = await readPrograms(args, found, cacheFor(args, found));
  requireControl(asked.programs, args.control);
  const shown = asked.programs.map(program => shownOf(program, args.control));
  write(printed(asked, shown, args));
  sayUnread(asked);
  return codeOf(0, asked);
}

function printed(asked: AskedPrograms, shown: readonly ShownProgram[], args: Arguments): TerminalText {
  const { format } = args;
  if (format === 'csv') return handedOut(csv([head, ...shown.flatMap(rowsOf)]));
  if (format === 'text') return evidenceText(asked, shown, args);
  return json({
    version: 1,
    ...revisionJson(asked.revision),
    programs: shown.map(programJson),
    notices: asked.notices.map(noticeJson),
    unreadable: asked.unreadable,
  });
}

function shownOf(program: AskedProgram, control: string | undefined): ShownProgram {
  const { program: own } = program.engine;
  const isAsked = ({ entry }: ControlInTime) => control === undefined || isNamed(entry, control);
  return {
    program,
    reports: own.currentReports.map(report => ({
      report,
      controls: controlsInTime(own, report).filter(isAsked),
    })),
  };
}

function isNamed({ shape }: RecordEntry, control: string): boolean {
  return namesOf(shape).includes(referenceKey(control));
}

function requireControl(programs: readonly AskedProgram[], control: string | undefined): void {
  if (control === undefined || programs.length === 0) return;
  if (programs.some(({ engine }) => controlCalled(engine.program, control))) return;
  const known = programs.flatMap(({ engine }) => controlsOf(engine.program).map(nameOf));
  throw new CouldNotRun(
    `--control ${control}: no control has this id.${didYouMean(control, known)} \`tickmark evidence\` lists them all.`,
  );
}

function programJson({ program, reports }: ShownProgram) {
  return {
    root: program.shown,
    unreadable: program.unreadable,
    reports: reports.map(({ report, controls }) => ({
      id: report.id,
      type: report.type ?? null,
      period: report.period ?? null,
      countedOn: program.engine.program.today,
      controls: controls.map(one => controlJson(program, one)),
    })),
  };
}

function controlJson(program: AskedProgram, { entry, windows, standing, evidence }: ControlInTime) {
  const { id, title, values } = entry.shape;
  return {
    id: id?.text ?? null,
    title: title ?? null,
    file: program.fileOf(entry.path),
    owner: values['owner']?.text ?? null,
    standing,
    windows: windows.map(window => ({
      name: window.name,
      from: window.from,
      to: window.to,
      state: window.state,
      marks: window.marks,
      closes: window.closes,
      cells: window.cells.map(cell => ({
        system: cell.system ?? null,
        expects: cell.expects ?? null,
        filled: cell.isFilled,
        evidence: cell.evidence.map(one => calledIn(program, evidence.get(one.id), one.id)),
        missing: cell.missing,
      })),
      onFile: window.onFile.map(one => calledIn(program, evidence.get(one.id), one.id)),
      reason: reasonOf(window, program.engine.program.today),
    })),
  };
}

/** What a record of evidence is called: its id, else its file. */
function calledIn(program: AskedProgram, entry: RecordEntry | undefined, path: string): string {
  return entry?.shape.id?.text ?? program.fileOf(entry?.path ?? path);
}

const head = [
  ...['program', 'report', 'control', 'title', 'owner', 'window', 'from', 'to', 'state', 'marks'],
  ...['closes', 'missing', 'evidence', 'reason'],
];

function rowsOf({ program, reports }: ShownProgram): string[][] {
  const { today } = program.engine.program;
  return reports.flatMap(({ report, controls }) =>
    controls.flatMap(({ entry, windows, evidence }) =>
      windows.map(window => [
        ...[program.shown, report.id, ...controlCells(entry)],
        ...[window.name, window.from, window.to, window.state, window.marks.join('; '), window.closes],
        missingFrom(window).join('; '),
        filedIn(window)
          .map(id => calledIn(program, evidence.get(id), id))
          .join('; '),
        reasonOf(window, today),
      ]),
    ),
  );
}

function filedIn({ cells, onFile }: Window): readonly string[] {
  return [...new Set([...cells.flatMap(cell => cell.evidence), ...onFile].map(({ id }) => id))];
}
