/** What one run of a process, or one timed step inside a process, has cost. */
export interface Run {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of processor time, user and system, all threads together. */
  readonly cpu?: number;
  /** The largest resident size, in MiB. */
  readonly peak?: number;
}

/** What was measured of one program over one programme. */
export interface Result {
  /** What is done; results of the same measure and size are compared. */
  readonly measure: string;
  readonly subject: string;
  /** The size of the programme, where there is one. */
  readonly documents?: number;
  readonly runs: readonly Run[];
  /** How much was found, as a sign that the work was done. */
  readonly findings?: number;
}

export interface Settings {
  /** Sizes of programme, in documents. */
  readonly documents: readonly number[];
  /** Whether other tools are measured beside Tickmark. */
  readonly peers: boolean;
  /** Whether the operating system's page cache is dropped before each run, rather than filled. */
  readonly coldDisk: boolean;
}

/** One file of bench/measures. Prints nothing; throws when a measured program fails. */
export type Measure = (settings: Settings) => Result[];

/** How often Tickmark is measured; a peer, which takes minutes, is measured once. */
export const repetitions = 5;

/** The program that the others are compared with. */
export const subject = 'tickmark';
