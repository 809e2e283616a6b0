import type { Cell } from './cells.ts';
import { countOf, type Days, uncovered } from './days.ts';
import type { EmptyWindow } from './emptyWindows.ts';
import type { Filing, Mark } from './filing.ts';
import type { TimedEvidence } from './input.ts';

/** What can be said of a window: docs/coverage.md has what each means. */
export type WindowState =
  | 'upcoming'
  | 'due'
  | 'complete'
  | 'partial'
  | 'gap'
  | 'not exercised'
  | 'not expected';

/** A cell and what is in it. */
export interface FilledCell extends Cell {
  readonly isFilled: boolean;
  /** What is filed in it, in the order of its days. */
  readonly evidence: readonly TimedEvidence[];
  /** Of a log or a population, the days that nothing covers. */
  readonly missing: readonly Days[];
}

/** A window as it stands on a day. */
export interface Window extends EmptyWindow {
  readonly state: WindowState;
  /** Each once, in a fixed order. */
  readonly marks: readonly Mark[];
  readonly cells: readonly FilledCell[];
  /** What is on file for it beside that: items, and what does not say which of several things it is. */
  readonly onFile: readonly TimedEvidence[];
  readonly isClosed: boolean;
}

/** The state of a window on a day, by what is filed in it. */
export function stateOn(
  today: string,
  window: EmptyWindow,
  cells: readonly Cell[],
  filings: readonly Filing[],
): Window {
  const filled = cells.map((cell, i) =>
    filledCell(
      cell,
      window,
      filings.filter(one => one.cells.includes(i)),
    ),
  );
  const onFile = filings.filter(one => one.cells.length === 0).map(one => one.evidence);
  const isClosed = today > window.closes;
  const state = stateOf(window, filled, filings, { today, isClosed });
  return { ...window, state, marks: marksOf(cells, filings), cells: filled, onFile, isClosed };
}

function filledCell(cell: Cell, window: EmptyWindow, filings: readonly Filing[]): FilledCell {
  const byDay = [...filings].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
  const evidence = [...new Set(byDay.map(one => one.evidence))];
  if (!isOfEveryDay(window)) return { ...cell, isFilled: evidence.length > 0, evidence, missing: [] };
  const missing = uncovered(
    window,
    filings.flatMap(one => one.covers ?? []),
  );
  return { ...cell, isFilled: missing.length === 0, evidence, missing };
}

/** Whether a window asks for something of every day. */
export function isOfEveryDay({ kind }: Pick<EmptyWindow, 'kind'>): boolean {
  return kind === 'log' || kind === 'population' || kind === 'changes';
}

function stateOf(
  window: EmptyWindow,
  cells: readonly FilledCell[],
  filings: readonly Filing[],
  { today, isClosed }: { readonly today: string; readonly isClosed: boolean },
): WindowState {
  if (!window.isExpected) return 'not expected';
  if (cells.every(cell => cell.isFilled))
    return window.kind === 'population' && hasNoItem(filings) ? 'not exercised' : 'complete';
  if (isClosed) return filings.length > 0 ? 'partial' : 'gap';
  if (filings.length === 0 && today < window.from) return 'upcoming';
  return cells.some(cell => hasHole(cell, window)) ? 'partial' : 'due';
}

/** Whether a population is complete and of none. */
function hasNoItem(filings: readonly Filing[]): boolean {
  return filings.every(({ evidence, covers }) => covers !== undefined && evidence.count === 'none');
}

/** Whether a day before the last one that is covered is not. */
function hasHole({ missing, evidence }: FilledCell, window: EmptyWindow): boolean {
  if (!isOfEveryDay(window) || evidence.length === 0) return false;
  const [first] = missing;
  return first !== undefined && first.to < window.to;
}

const markOrder: readonly Mark[] = ['late', 'before-period', 'after-period', 'by-collection'];

/** What is said of a window beside its state: what holds of everything in one of its cells. */
function marksOf(cells: readonly Cell[], filings: readonly Filing[]): readonly Mark[] {
  const marks = cells.flatMap((_, cell) => {
    const inCell = filings.filter(one => one.cells.includes(cell));
    return inCell.some(one => one.marks.length === 0) ? [] : inCell.flatMap(one => one.marks);
  });
  return markOrder.filter(mark => marks.includes(mark));
}

/** What is missing from a window, in few words: `2 of 3: github missing`, `okta without 2026-11-23 to 2026-12-31`. */
export function shortfallOf(window: Window): string | undefined {
  const { cells } = window;
  const filled = cells.filter(cell => cell.isFilled);
  if (isOfEveryDay(window)) return shortfallOfDays(window);
  if (cells.length === 1 || cells.every(cell => cell.evidence.length === 0)) return undefined;
  const count = `${filled.length} of ${cells.length}`;
  const missing = cells.filter(cell => !cell.isFilled).map(nameOfCell);
  return missing.length === 0 ? count : `${count}: ${missing.join(', ')} missing`;
}

function shortfallOfDays(window: Window): string | undefined {
  const { cells, onFile } = window;
  if (!cells.some(cell => cell.evidence.length > 0)) {
    if (onFile.length === 0) return undefined;
    const items = `${onFile.length} ${onFile.length === 1 ? 'item' : 'items'}`;
    return `${items} on file, but no complete ${window.kind === 'population' ? 'population' : 'log'}`;
  }
  const missing = cells.flatMap(cell => {
    const days = missingNow(cell, window);
    if (days.length === 0) return [];
    const name = nameOfCell(cell);
    return [`${name === '' ? '' : `${name} `}without ${days.map(daysInWords).join(', ')}`];
  });
  return missing.length === 0 ? undefined : missing.join('; ');
}

/** The days to tell of: while a window is open, those at its end are only told of where nothing else is missing. */
function missingNow({ missing }: FilledCell, { state, isClosed, to }: Window): readonly Days[] {
  return state === 'partial' && !isClosed ? missing.filter(days => days.to < to) : missing;
}

/** A cell as people call it: `okta`, `access-review`, `okta (access-review)`; empty where a window has only one. */
export function nameOfCell({ system, expects }: Cell): string {
  if (system === undefined) return expects ?? '';
  return expects === undefined ? system : `${system} (${expects})`;
}

/** `2026-04-01 to 2026-04-30`, or the one day. */
export function daysInWords(days: Days): string {
  return countOf(days) === 1 ? days.from : `${days.from} to ${days.to}`;
}
