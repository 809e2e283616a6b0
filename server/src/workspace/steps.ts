// Long work that is written once: it stops after each step, and whoever runs it says whether it then waits.
import type { Awaitable } from './files.ts';

/** How long work goes on before others have their turn, in milliseconds. */
export const slice = 10;

/** What waiting takes. */
export interface Pausing {
  /** Milliseconds from any start. */
  readonly now: () => number;
  /** Lets everything that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** Does all the steps at once; gives what comes of them. */
export function atOnce<Result>(steps: Generator<undefined, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Does the steps in slices, between which others have their turn; gives what comes of them. */
export async function inSlices<Result>(
  steps: Generator<undefined, Result>,
  { now, pause }: Pausing,
): Promise<Result> {
  let sliceStart = now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (now() - sliceStart < slice) continue;
    await pause();
    sliceStart = now();
  }
}

/** Does one step after the other, and calls something after each, for which it waits; gives what comes of them. */
export async function stepwise<Result>(
  steps: Generator<undefined, Result>,
  after: () => Awaitable<void>,
): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await after();
  }
}
