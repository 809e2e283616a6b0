import type { WindowKind } from './emptyWindows.ts';
import { metBy } from './expectations.ts';
import type { TimedControl, TimedEvidence } from './input.ts';

/** What a window has to be filled with: something for each system and expectation, undefined where there is none. */
export interface Cell {
  readonly system: string | undefined;
  readonly expects: string | undefined;
}

/** The cells of a window of a kind. What tells of every day, or of the configuration, has one for each system alone. */
export function cellsOf({ systems, expects }: TimedControl, kind: WindowKind): readonly Cell[] {
  const expected = kind === 'performance' && expects.length > 0 ? [...new Set(expects)] : [undefined];
  const named = systems.length > 0 ? [...new Set(systems)] : [undefined];
  return named.flatMap(system => expected.map(one => ({ system, expects: one })));
}

/** The cells of these that evidence fills, by their numbers. What names no system is taken for all of them. */
export function cellsFilled(
  cells: readonly Cell[],
  evidence: TimedEvidence,
  { expects }: TimedControl,
): readonly number[] {
  const met = metBy(evidence, expects);
  const systems = evidence.systems.map(one => one.toLowerCase());
  return cells.flatMap(({ system, expects: expected }, i) => {
    const isOfSystem = system === undefined || systems.length === 0 || systems.includes(system.toLowerCase());
    const isMet = expected === undefined || met === 'all' || (Array.isArray(met) && met.includes(expected));
    return isOfSystem && isMet ? [i] : [];
  });
}
