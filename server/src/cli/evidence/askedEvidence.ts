import type { EvidenceAsked } from '../../core/features/newEvidence/evidenceAsked.ts';
import {
  controlCalled,
  controlsOf,
  dayProblem,
  isComplete,
  openWindows,
  systemsMissing,
  windowCalled,
  windowsOfControl,
} from '../../core/features/newEvidence/windowsOffered.ts';
import type { Program } from '../../core/program/program.ts';
import { nameOf, type RecordEntry } from '../../core/program/record.ts';
import { readDate } from '../../core/text/calendar.ts';
import { reasonOf } from '../../core/time/reasons.ts';
import type { Window } from '../../core/time/states.ts';
import type { Arguments } from '../arguments.ts';
import { CouldNotRun } from '../couldNotRun.ts';
import { didYouMean } from '../didYouMean.ts';
import type { AskedProgram } from '../programs.ts';

/** A control, and the program that it is of. */
interface ControlOfProgram {
  readonly program: AskedProgram;
  readonly control: RecordEntry;
}

/** @throws CouldNotRun where no program here has the control, or several have */
export function controlAsked(programs: readonly AskedProgram[], name: string): ControlOfProgram {
  const found = programs.flatMap((program): ControlOfProgram[] => {
    const control = controlCalled(program.engine.program, name);
    return control ? [{ program, control }] : [];
  });
  const [first, ...others] = found;
  if (!first) {
    const known = programs.flatMap(({ engine }) => controlsOf(engine.program).map(nameOf));
    const where = programs.length === 0 ? 'No control documentation found here' : 'No control has this id';
    throw new CouldNotRun(
      `${name}: ${where}.${didYouMean(name, known)} \`tickmark evidence\` lists the controls.`,
    );
  }
  if (others.length > 0) {
    const roots = found.map(({ program }) => program.shown).join(', ');
    throw new CouldNotRun(
      `${name} is a control of several programs: ${roots}. Run the command in the folder of one.`,
    );
  }
  return first;
}

/**
 * What was asked for, beside the file.
 * @throws CouldNotRun where the control has no such window that lacks evidence, or no such day or system
 */
export function askedOf(
  program: Program,
  control: RecordEntry,
  { window: label, performed, systems, today }: Arguments,
): Omit<EvidenceAsked, 'source' | 'sha256' | 'custodian'> {
  const windows = windowsOfControl(program, control);
  const window = windowAsked(program, control, windows, label);
  return {
    control,
    window,
    systems: systemsAsked(control, window, systems),
    type: undefined,
    performed: performed === undefined ? undefined : dayAsked(window, performed, today),
  };
}

function windowAsked(
  program: Program,
  control: RecordEntry,
  windows: readonly Window[],
  label: string | undefined,
): Window {
  const name = nameOf(control);
  if (windows.length === 0)
    throw new CouldNotRun(
      `${name} has no windows of evidence: its report is not over a period, it is not in place, or its frequency cannot be read. \`tickmark evidence --control ${name}\` says more.`,
    );
  const names = openWindows(windows).map(one => one.name);
  const shown = names.slice(0, 12).join(', ') + (names.length > 12 ? ', …' : '');
  const lacking =
    names.length > 0 ? `${name} lacks evidence for ${shown}.` : `No window of ${name} lacks evidence.`;
  if (label === undefined)
    throw new CouldNotRun(`Add --window with the window that the file is evidence for. ${lacking}`);
  const window = windowCalled(program, windows, label);
  if (!window)
    throw new CouldNotRun(
      `--window ${label}: ${name} has no such window.${didYouMean(label, names)} ${lacking}`,
    );
  if (isComplete(window))
    throw new CouldNotRun(
      `--window ${label}: nothing is missing. ${reasonOf(window, program.today)} ${lacking}`,
    );
  return window;
}

function systemsAsked(control: RecordEntry, window: Window, systems: readonly string[]): readonly string[] {
  const all = [...new Set(window.cells.flatMap(({ system }) => system ?? []))];
  const missing = systemsMissing(window);
  if (systems.length === 0) {
    if (missing.length > 1)
      throw new CouldNotRun(
        `Evidence for ${window.name} is missing for ${missing.join(', ')}. Add --system for each system that the file covers.`,
      );
    return missing;
  }
  return systems.map(wanted => {
    const found = all.find(one => one.toLowerCase() === wanted.toLowerCase());
    if (found !== undefined) return found;
    const expected = all.length > 0 ? `for ${all.join(', ')}` : 'without a system';
    throw new CouldNotRun(
      `--system ${wanted}: evidence of ${nameOf(control)} is expected ${expected}.${didYouMean(wanted, all)}`,
    );
  });
}

function dayAsked(window: Window, performed: string, today: string): string {
  const { name, whole } = window;
  const problem = dayProblem(window, performed, today);
  const words = {
    unread: 'write a calendar date as YYYY-MM-DD.',
    'to come': 'this day is still to come. Write the day it was done.',
    before: `this is before ${name}, which begins on ${whole.from}. Check the day and the window.`,
  };
  const day = readDate(performed.trim());
  if (problem !== undefined || day === undefined)
    throw new CouldNotRun(`--performed ${performed}: ${words[problem ?? 'unread']}`);
  return day;
}
