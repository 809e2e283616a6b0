import type { Tally } from './bearing.ts';

/**
 * How far along a criterion is (docs/program.md, Coverage). `evidenced` is reached over a period only, once windows are counted.
 */
export type LadderState = 'missing' | 'listed' | 'documented' | 'designed' | 'implemented' | 'evidenced';

/** The states, the lowest first. */
export const ladder: readonly LadderState[] = [
  'missing',
  'listed',
  'documented',
  'designed',
  'implemented',
  'evidenced',
];

/** What a program has for one criterion of one report. */
export interface CriterionCoverage {
  readonly criterion: string;
  readonly state: LadderState;
  readonly marks: readonly 'excluded'[];
  /** One sentence that says why it stands there. */
  readonly reason: string;
}

/**
 * Where a criterion stands: on the lowest rung among its active key controls; planned and retired ones neither raise nor
 * lower it. Without a control it is documented when any record that counts addresses or mentions it, and listed when only
 * overviews of all criteria do.
 */
export function stateOf(tally: Tally): LadderState {
  if (tally.has('control waiting')) return 'designed';
  if (tally.has('control inPlace')) return 'implemented';
  if (tally.has('control notKey')) return 'designed';
  if (tally.has('document counts') || tally.has('mention counts')) return 'documented';
  return tally.has('mention overview') ? 'listed' : 'missing';
}

/** Whether anything addresses a criterion in this state. */
export function isAddressed(state: LadderState): boolean {
  return state !== 'missing' && state !== 'listed';
}

/** Whether controls map to a criterion, and none of them is active: all are planned, retired, drafts or templates. */
export function isOnlyPlanned(tally: Tally): boolean {
  const isActive = ['control inPlace', 'control waiting', 'control notKey'] as const;
  return (
    [...tally.keys()].some(bearing => bearing.startsWith('control')) && !isActive.some(one => tally.has(one))
  );
}
