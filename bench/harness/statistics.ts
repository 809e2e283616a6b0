import type { Run } from './measure.ts';

export interface Statistics {
  /** The run whose value is the median; of an even number of runs the lower of the two in the middle. */
  readonly median: Run;
  readonly min: number;
  readonly max: number;
  /** Undefined for fewer than a hundred runs, which have no 99th percentile but their maximum. */
  readonly p99: number | undefined;
}

/** @throws RangeError when there is no run */
export function statistics(runs: readonly Run[]): Statistics {
  const sorted = runs.toSorted((a, b) => a.value - b.value);
  const p99 = runs.length < 100 ? undefined : percentile(sorted, 0.99).value;
  return {
    median: percentile(sorted, 0.5),
    min: percentile(sorted, 0).value,
    max: percentile(sorted, 1).value,
    p99,
  };
}

/** The smallest that a share of all does not exceed (the nearest rank). */
function percentile(sorted: readonly Run[], share: number): Run {
  const run = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (!run) throw new RangeError('A result needs at least one run.');
  return run;
}
