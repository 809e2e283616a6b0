// Rule e: what is over in a window fills the one before.
import type { SlowCase } from './slowCase.ts';
import type { SlowWindow } from './slowExpected.ts';
import type { Filling } from './slowFilling.ts';
import { cellsOf, fits } from './slowMeaning.ts';

/**
 * Moves what is over into the window before. A window has two performances where another one is in each cell that the first
 * one fills: the text does not speak of cells, and a performance for one system alone is a single one.
 * @param windows those of one track, in order
 * @param fillings what is in them, and behind the period
 */
export function moved(
  given: SlowCase,
  windows: readonly SlowWindow[],
  fillings: readonly Filling[],
): readonly Filling[] {
  const cells = cellsOf(given, 'calendar');
  const cellsFilled = ({ evidence }: Filling) =>
    cells.filter(cell => fits(given, evidence, cell, 'calendar'));
  const now = [...fillings];
  // The earliest comes first: as soon as it has moved, the window before is filled, and one less is over where it was.
  const byDay = fillings
    .filter(one => one.movableDay !== undefined)
    .sort((one, other) => compare(one.movableDay ?? '', other.movableDay ?? ''));
  for (const filling of byDay) {
    const day = filling.movableDay ?? '';
    const { window } = filling;
    const own = cellsFilled(filling);
    const isIn = (place: Filling['window'], cell: (typeof cells)[number]) =>
      now.some(other => other !== filling && other.window === place && cellsFilled(other).includes(cell));
    const isOver =
      window === 'behind the period' || !window.expected || own.every(cell => isIn(window, cell));
    const before = window === 'behind the period' ? windows.at(-1) : windows[windows.indexOf(window) - 1];
    if (!isOver || !before?.expected) continue;
    const isInGraceTime = day > (before.days.at(-1) ?? '') && day <= before.graceEnds;
    if (!isInGraceTime || own.every(cell => isIn(before, cell))) continue;
    now.splice(now.indexOf(filling), 1, { ...filling, window: before });
  }
  return now;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
