import { type Result, type Run, subject } from './measure.ts';

/** What is measured of Tickmark over one program, gathered by measure while sessions go on. */
export class Samples {
  readonly #documents: number;
  readonly #runs = new Map<string, Run[]>();

  constructor(documents: number) {
    this.#documents = documents;
  }

  /** Adds values to a measure, in milliseconds. */
  add(measure: string, ...values: readonly number[]): void {
    this.addRuns(measure, ...values.map(value => ({ value })));
  }

  addRuns(measure: string, ...runs: readonly Run[]): void {
    const before = this.#runs.get(measure) ?? [];
    this.#runs.set(measure, [...before, ...runs]);
  }

  /** A result for each measure, in the order in which they first came. */
  get results(): Result[] {
    return [...this.#runs].map(([measure, runs]) => ({
      measure,
      subject,
      documents: this.#documents,
      runs,
    }));
  }
}
