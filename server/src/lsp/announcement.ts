import type { Runtime } from './runtime.ts';

/** How soon somebody is told, in milliseconds. */
export interface Pace {
  /** How long changes gather at least: one seldom comes alone. */
  readonly gather: number;
  /** How long there is at least between two times. */
  readonly apart: number;
}

/** Tells a client again and again that something has changed: soon, but no more often than it can follow. */
export class Announcement {
  readonly #runtime: Runtime;
  readonly #pace: Pace;
  readonly #tell: () => void;
  #told = Number.NEGATIVE_INFINITY;
  #isToCome = false;

  constructor(runtime: Runtime, pace: Pace, tell: () => void) {
    this.#runtime = runtime;
    this.#pace = pace;
    this.#tell = tell;
  }

  /** Has it told; once for all that asks for it until then. */
  soon(): void {
    if (this.#isToCome) return;
    this.#isToCome = true;
    const { gather, apart } = this.#pace;
    const wait = this.#told + apart - this.#runtime.now();
    this.#runtime.after(Math.max(gather, wait), () => {
      this.#isToCome = false;
      this.#told = this.#runtime.now();
      this.#tell();
    });
  }
}
