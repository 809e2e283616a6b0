import { isAddressed, isReached, type Standing, shownOf } from './ladder.ts';

/** How many criteria are at least implemented, how many are on a rung between that and missing, and how many there are. */
export interface Progress {
  readonly done: number;
  readonly begun: number;
  readonly of: number;
}

/** How far along the criteria with these standings are. Those that are excluded are not counted. */
export function progressOf(standings: readonly Pick<Standing, 'state' | 'marks'>[]): Progress {
  const included = standings.filter(standing => shownOf(standing) !== 'excluded');
  const begun = included.filter(({ state }) => isAddressed(state)).length;
  const done = included.filter(standing => isReached(shownOf(standing))).length;
  return { done, begun: begun - done, of: included.length };
}
