import { activeControl, type Tally } from './bearing.ts';
import type { RecordEntry } from './record.ts';

/** How far along a criterion is (docs/program.md, Coverage). `evidenced` is reached over a period only, by what windows say. */
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

/**
 * What is said beside a state. `relies-on-vendor` is said in place of `implemented`: a vendor that is carved out carries the
 * criterion, and controls of the program only monitor it. `not-throughout`: for a part of the period, no control served it.
 * `deviation`: a control that serves it did not operate, which is to be evaluated, and changes no state. `gap`: a window of one of
 * its controls closed without evidence. `late`: one was performed after the grace time. `not-exercised`: there was no occasion for one.
 */
export type Mark =
  | 'excluded'
  | 'relies-on-vendor'
  | 'not-throughout'
  | 'deviation'
  | 'gap'
  | 'late'
  | 'not-exercised';

/** Where a criterion stands in a report. */
export interface Standing {
  readonly state: LadderState;
  readonly marks: readonly Mark[];
  /** The names of the vendors that it relies on. */
  readonly vendors: readonly string[];
}

/** What a program has for one criterion of one report. */
export interface CriterionCoverage extends Standing {
  readonly criterion: string;
  /** One sentence that says why it stands there. */
  readonly reason: string;
  /** The days of the period, both included, on which no control served it. */
  readonly unserved: readonly { readonly from: string; readonly to: string }[];
  /** What did not operate: the names of the deviations and of their controls, each once. */
  readonly deviations: readonly string[];
  readonly deviating: readonly string[];
  /** The open tasks that are to close a gap of it, what is due first coming first. */
  readonly tasks: readonly RecordEntry[];
  /** How many controls that are not only planned map to it. */
  readonly controls: number;
}

/** As what a criterion is counted: its state, unless a mark is said in place of that. */
export type Shown = LadderState | 'excluded' | 'relies on a vendor';

/** All of them, the lowest first. */
export const shownStates: readonly Shown[] = [
  ...ladder.slice(0, ladder.indexOf('implemented')),
  'relies on a vendor',
  ...ladder.slice(ladder.indexOf('implemented')),
  'excluded',
];

export function shownOf({ state, marks }: Pick<Standing, 'state' | 'marks'>): Shown {
  if (marks.includes('excluded')) return 'excluded';
  return marks.includes('relies-on-vendor') ? 'relies on a vendor' : state;
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

/** Whether a criterion in scope has no control that counts: nothing addresses it, or no more than documents do. */
export function isWithoutControl(standing: Pick<Standing, 'state' | 'marks'>): boolean {
  const { state } = standing;
  return shownOf(standing) !== 'excluded' && (!isAddressed(state) || state === 'documented');
}

/** Whether controls of the program carry a criterion that is counted as this out. */
export function isReached(shown: Shown): boolean {
  return shown === 'implemented' || shown === 'evidenced';
}

/** Whether something is left to be done about a criterion: no control of the program carries it out, or not all the time. */
export function isGap(standing: Pick<Standing, 'state' | 'marks'>): boolean {
  const shown = shownOf(standing);
  if (shown === 'excluded' || shown === 'relies on a vendor') return false;
  return !isReached(shown) || standing.marks.includes('gap') || standing.marks.includes('not-throughout');
}

/** Whether controls map to a criterion, and none of them is active: all are planned, retired, drafts or templates. */
export function isOnlyPlanned(tally: Tally): boolean {
  const bearings = [...tally.keys()];
  return (
    bearings.some(bearing => bearing.startsWith('control')) &&
    !bearings.some(bearing => activeControl.includes(bearing))
  );
}
