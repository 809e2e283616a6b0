// What a control has on file over the period of the current report, as its page tells it, and in short.
import type { ControlWindows } from '../program/evidence/controlWindows.ts';
import { listed } from '../program/listed.ts';
import type { Program } from '../program/program.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import type { TimedEvidence } from '../time/input.ts';
import { daysInWords, shortfallOf, type Window } from '../time/states.ts';
import { dueWords } from './dueWords.ts';
import { type Block, heading, type Inlines, paragraph } from './page.ts';
import { stateWords, windowsTable } from './windowWords.ts';

/**
 * The windows of a control with what is on file for each, below a heading. None where the program keeps its evidence elsewhere,
 * where the current report is not over a period, and where nothing is expected of the control.
 */
export function windowsOfControl(control: RecordEntry, program: Program): Block[] {
  const told = toldOf(control, program);
  if (!told) return [];
  const { period } = program.report;
  const days = period ? ` (${daysInWords({ from: period.start, to: period.end })})` : '';
  const title = heading(`Evidence over the period${days}`);
  if (told.windows.length > 0)
    return [title, windowsTable(told, program.today, window => onFileFor(window, told))];
  return told.standing === 'unknown'
    ? [title, paragraph('Tickmark cannot tell from its frequency when evidence is expected.')]
    : [];
}

/**
 * Of the windows of a control those that are open or come next, with what is missing, and those that closed without all that they
 * ask for.
 */
export function windowsInShort(control: RecordEntry, program: Program): Block[] {
  const { windows = [] } = toldOf(control, program) ?? {};
  const tracks = [...new Set(windows.map(({ track }) => track))];
  const now = tracks.flatMap(track => {
    const current = currentOf(
      windows.filter(window => window.track === track),
      program.today,
    );
    return current ? [windowWords(current, program.today)] : [];
  });
  const lacking = windows.filter(
    ({ state, isClosed }) => isClosed && (state === 'gap' || state === 'partial'),
  );
  return [
    ...(now.length > 0 ? [paragraph(`Evidence for ${now.join(' · ')}`)] : []),
    ...(lacking.length > 0
      ? [paragraph(`Closed with evidence missing: ${listed(lacking.map(({ name }) => name))}`)]
      : []),
  ];
}

function toldOf(control: RecordEntry, { evidence, report }: Program): ControlWindows | undefined {
  return evidence.isKept ? evidence.windows(report, control) : undefined;
}

/** Of windows in order of time: what is overdue, else what today is in, else what comes next; undefined where all are over. */
function currentOf(windows: readonly Window[], today: string): Window | undefined {
  const open = windows.filter(({ isExpected, isClosed }) => isExpected && !isClosed);
  const isFilled = ({ state }: Window) => state === 'complete' || state === 'not exercised';
  return open.find(window => window.to >= today || !isFilled(window));
}

/** `2026-Q2: due in 25 days, 1 of 2: github missing`. */
function windowWords(window: Window, today: string): string {
  const { state, name } = window;
  const isOpen = state === 'due' || state === 'partial' || state === 'upcoming';
  const words = isOpen ? dueWords(window, today) : stateWords(window);
  const shortfall = shortfallOf(window);
  return `${name}: ${words}${isOpen && shortfall !== undefined ? `, ${shortfall}` : ''}`;
}

/** Links to what is on file for a window, by the names of the records; a folder of evidence by its path. */
function onFileFor({ cells, onFile }: Window, { evidence, folders }: ControlWindows): Inlines {
  const all = new Set([...cells.flatMap(cell => cell.evidence), ...onFile]);
  const named = [...all].flatMap(({ id }: TimedEvidence): Inlines[number][] => {
    const entry = evidence.get(id);
    const folder = folders.get(id)?.path;
    if (entry) {
      const { path, index, shape } = entry;
      return [{ text: nameOf(entry), target: { path, record: index, at: shape.at } }];
    }
    return folder === undefined ? [] : [{ text: `${folder}/`, style: 'code' }];
  });
  const [first, ...others] = named.slice(0, mostNamed);
  if (first === undefined) return [];
  const more = named.length - mostNamed;
  return [
    ' On file: ',
    first,
    ...others.flatMap(one => [', ', one]),
    ...(more > 0 ? [`, and ${more} more`] : []),
    '.',
  ];
}

/** A population can have items without number. */
const mostNamed = 5;
