import { timeSettings } from '../../program/evidence/settings.ts';
import type { Program } from '../../program/program.ts';
import { isControl, namesOf, type RecordEntry } from '../../program/record.ts';
import { referenceKey } from '../../program/touched.ts';
import { readDate } from '../../text/calendar.ts';
import { daysNamed } from '../../time/labels.ts';
import type { Window } from '../../time/states.ts';
import { typesMissing } from '../../time/typesMissing.ts';

/** The control of this id, or file name; undefined where the program has none. */
export function controlCalled(program: Program, name: string): RecordEntry | undefined {
  const key = referenceKey(name);
  return controlsOf(program).find(({ shape }) => namesOf(shape).includes(key));
}

/** The controls of a program, by kind. */
export function controlsOf(program: Program): readonly RecordEntry[] {
  return [...program.ofKind('control'), ...program.ofKind('procedure')].filter(({ shape }) =>
    isControl(shape),
  );
}

/** The windows of a control in the current reports, those of one report after those of another, each name once. */
export function windowsOfControl(program: Program, control: RecordEntry): readonly Window[] {
  const all = program.currentReports.flatMap(
    report => program.evidence.windows(report, control)?.windows ?? [],
  );
  const keyOf = ({ name, kind }: Window) => `${name} ${kind}`;
  return all.filter((window, i) => all.findIndex(one => keyOf(one) === keyOf(window)) === i);
}

/** Of windows, those for which evidence can be added: what has begun and lacks something first, then what has not begun. */
export function openWindows(windows: readonly Window[]): readonly Window[] {
  const begun = windows.filter(
    window =>
      ['due', 'partial', 'gap'].includes(window.state) ||
      (window.state === 'complete' && !isComplete(window)),
  );
  return [...begun, ...windows.filter(({ state }) => state === 'upcoming')];
}

/**
 * The window that a label means, of several the one that lacks something; undefined where none has it.
 * @param label the name of a window, or another label of the same days
 */
export function windowCalled(
  program: Program,
  windows: readonly Window[],
  label: string,
): Window | undefined {
  const wanted = label.trim().toLowerCase();
  const { fiscalYearBegins } = timeSettings(program.manifest?.shape);
  const days = daysNamed(label, fiscalYearBegins);
  const meant = windows.filter(
    ({ name, whole }) =>
      name.toLowerCase() === wanted || (days && whole.from === days.from && whole.to === days.to),
  );
  const open = openWindows(meant);
  return open[0] ?? meant[0];
}

/** Whether nothing is left to be added to a window. A file in a folder by itself can still be recorded. */
export function isComplete({ state, cells }: Window): boolean {
  if (state === 'not exercised') return true;
  return state === 'complete' && cells.every(({ evidence }) => evidence.some(({ id }) => !id.endsWith('/')));
}

/** The systems for which a window lacks evidence; none where it is not kept by system. */
export function systemsMissing({ cells }: Window): readonly string[] {
  return [...new Set(cells.flatMap(({ isFilled, system }) => (isFilled ? [] : (system ?? []))))];
}

/** The label under `window` that files evidence in a window; undefined for a window that only days fill. */
export function labelOf({ name, kind, isLastInterval }: Window): string | undefined {
  return (kind === 'performance' && !isLastInterval) || kind === 'log' ? name : undefined;
}

/**
 * The type of the evidence that a window lacks; undefined where it asks for none, or for one of several.
 * @param systems as of `typesMissing`
 */
export function typeFor(window: Window, systems: readonly string[] = []): string | undefined {
  const { kind } = window;
  const [type, ...others] = typesMissing(window, systems);
  if (type !== undefined) return others.length === 0 ? type : undefined;
  if (kind === 'performance') return undefined;
  return kind === 'log' || kind === 'changes' ? 'system-log' : kind;
}

/** What a person has to state of evidence for a window, for nothing tells it: the names of keys. */
export function statedByPerson(window: Window, systems: readonly string[] = []): readonly string[] {
  const type = typesMissing(window, systems).length > 1 ? ['type'] : [];
  switch (window.kind) {
    case 'performance':
    case 'configuration':
      return [...type, 'performed'];
    case 'log':
      return type;
    case 'changes':
      return [...type, 'covers'];
    case 'population':
      return [...type, 'covers', 'query', 'extractedOn', 'count'];
  }
}

/** What is wrong with the day on which a control is said to have been performed for a window; undefined where nothing is. */
export function dayProblem(
  { whole }: Window,
  performed: string,
  today: string,
): 'unread' | 'to come' | 'before' | undefined {
  const day = readDate(performed.trim());
  if (day === undefined) return 'unread';
  if (day > today) return 'to come';
  return day < whole.from ? 'before' : undefined;
}
