// What the windows of a control say of it as a whole.
import type { Window } from './states.ts';

/**
 * `evidenced`: one of its windows is closed and complete, and none lacks anything. `lacking`: at least one is a gap or partial.
 * `open`: nothing that was expected is closed yet. `nothing to show`: nothing was expected, or what was expected never happened.
 */
export type TimeStanding = 'evidenced' | 'lacking' | 'open' | 'nothing to show';

/** What the windows of a control say of it; a control without windows has nothing to show. */
export function standingOf(windows: readonly Window[]): TimeStanding {
  const expected = windows.filter(window => window.isExpected && window.state !== 'not exercised');
  if (expected.length === 0) return 'nothing to show';
  if (expected.some(({ state }) => state === 'gap' || state === 'partial')) return 'lacking';
  return expected.some(isShown) ? 'evidenced' : 'open';
}

/** Whether a window shows something: it is complete, and counts: one of the calendar once it is closed, any other as soon as it is complete. */
export function isShown({ state, isClosed, isLastInterval, kind }: Window): boolean {
  const isOfCalendar = !isLastInterval && (kind === 'performance' || kind === 'log');
  return state === 'complete' && (isClosed || !isOfCalendar);
}
