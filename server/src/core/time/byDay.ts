// Which windows evidence fills if only its day tells.
import { type Days, hasDay } from './days.ts';
import type { EmptyWindow } from './emptyWindows.ts';
import type { Filing, Mark } from './filing.ts';
import type { TimedEvidence } from './input.ts';

/** Evidence whose day alone tells its window. */
export interface DayFiling {
  readonly evidence: TimedEvidence;
  readonly cells: readonly number[];
  readonly day: string;
  readonly marks: readonly Mark[];
}

/**
 * Files evidence by its day: into the window in which it lies. Only of what is over there, the earliest that lies in the grace
 * time of the window before fills that one, if nothing else does.
 * @param filed what the windows are filled with already
 */
export function filedByDay(
  waiting: readonly DayFiling[],
  filed: readonly Filing[],
  { windows, period }: { readonly windows: readonly EmptyWindow[]; readonly period: Days },
): readonly Filing[] {
  const inOrder = [...waiting].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const placed = inOrder.map(one => ({ ...one, window: windowOfDay(one.day, windows, period) }));
  const isFilled = (window: EmptyWindow, cell: number, but?: DayFiling) =>
    filed.some(one => one.window === window && one.cells.includes(cell)) ||
    placed.some(one => one !== but && one.window === window && one.cells.includes(cell));
  for (const one of placed) {
    const { window, cells } = one;
    const isOver = window
      ? !window.isExpected || cells.every(cell => isFilled(window, cell, one))
      : one.day > period.to;
    const before = windowBefore(one.day, window, windows);
    if (!before?.isExpected || !isOver || one.day > before.closes) continue;
    if (cells.some(cell => !isFilled(before, cell))) one.window = before;
  }
  return placed.flatMap(({ evidence, cells, day, marks, window }) =>
    window ? [{ evidence, window, cells, marks, day }] : [],
  );
}

/** The window in which a day lies; of the first, also in the part that the period cuts off before its start. */
function windowOfDay(day: string, windows: readonly EmptyWindow[], period: Days): EmptyWindow | undefined {
  return windows.find(
    (window, i) =>
      hasDay(window, day) ||
      (i === 0 && window.from === period.from && window.whole.from <= day && day < period.from),
  );
}

/** The window before the one in which a day lies, or before the day. */
function windowBefore(
  day: string,
  window: EmptyWindow | undefined,
  windows: readonly EmptyWindow[],
): EmptyWindow | undefined {
  if (window) return windows[windows.indexOf(window) - 1];
  return windows.filter(({ to }) => to < day).at(-1);
}
