// Which windows somebody has to do something for, and until when.
import type { Window } from './states.ts';

/**
 * How much a window presses. `overdue`: its last day is past, but not its grace time. `due`: its last day comes soon. `later`: it
 * comes then. `gap`: it closed without all that it asks for, which can no longer be had in time.
 */
export type Urgency = 'overdue' | 'due' | 'later' | 'gap';

/**
 * How much a window presses on a day; undefined for one that lacks nothing, or in which nothing is expected.
 * @param until the last day that is soon
 */
export function urgencyOf(
  { state, isClosed, to }: Pick<Window, 'state' | 'isClosed' | 'to'>,
  today: string,
  until: string,
): Urgency | undefined {
  if (state === 'complete' || state === 'not exercised' || state === 'not expected') return undefined;
  if (isClosed) return 'gap';
  if (to < today) return 'overdue';
  return to <= until ? 'due' : 'later';
}
