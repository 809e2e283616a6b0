import { type Pausing, slice } from '../steps.ts';

/** Work in slices: it goes on for a moment, and then others have their turn. */
export class Slices {
  readonly #pausing: Pausing;
  /** Until when work may go on. */
  #end = Number.NEGATIVE_INFINITY;

  constructor(pausing: Pausing) {
    this.#pausing = pausing;
  }

  begin(): void {
    this.#end = this.#pausing.now() + slice;
  }

  get isOver(): boolean {
    return this.#pausing.now() >= this.#end;
  }

  async pauseIfDue(): Promise<void> {
    if (this.isOver) await this.next();
  }

  /** Lets others have their turn, and begins anew. */
  async next(): Promise<void> {
    await this.#pausing.pause();
    this.begin();
  }
}
