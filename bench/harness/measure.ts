/** What one run of a process, or one timed step inside a process, has cost. */
export interface Run {
  /** In the unit of the result: mostly milliseconds from start to end. */
  readonly value: number;
  /** Milliseconds of processor time, user and system, all threads together. */
  readonly cpu?: number;
  /** The largest resident size, in MiB. */
  readonly peak?: number;
  /** The resident size once the work is done, in MiB. */
  readonly resident?: number;
}

/** Steps are documents read, keys touched and rules run. */
export type Unit = 'ms' | 'KB' | 'MB' | 'times' | 'steps';

/** What was measured of one program over one program. */
export interface Result {
  /** What is done; results of the same measure and size are compared. */
  readonly measure: string;
  readonly subject: string;
  /** The size of the program, where there is one. */
  readonly documents?: number;
  /** Of the runs' values: milliseconds where it is absent. */
  readonly unit?: Unit;
  readonly runs: readonly Run[];
  /** How much was found, as a sign that the work was done. */
  readonly findings?: number;
}

export interface Settings {
  /** How many documents a large program has. */
  readonly many: number;
  /** How many the largest has; undefined where it is left out. */
  readonly most: number | undefined;
  /** How often Tickmark is measured; a peer, which takes minutes, is measured once. */
  readonly runs: number;
  /** Whether other tools are measured beside Tickmark. */
  readonly peers: boolean;
}

/** One file of bench/measures. Prints nothing; throws when a measured program fails. */
export type Measure = (settings: Settings) => Result[] | Promise<Result[]>;

/** The program that the others are compared with. */
export const subject = 'tickmark';

/** Runs something so often, one after the other. */
export async function repeated<Outcome>(times: number, run: () => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  while (outcomes.length < times) outcomes.push(await run());
  return outcomes;
}

/** The milliseconds that something takes to settle. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
