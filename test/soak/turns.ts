import { Random } from '../../bench/generator/random.ts';

/** Whatever waits, in an order of its own: which of them has its turn next is chosen by chance, the same for the same seed. */
export class Turns {
  /** Whether files are to be waited for. */
  isSlow = false;
  #random: Random;
  readonly #waiting: (() => void)[] = [];

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  /** Chooses from now on by another seed. */
  reseed(seed: number): void {
    this.#random = new Random(seed);
  }

  /** Settles when its turn comes; at once where nothing is slow. */
  wait(): Promise<void> {
    if (!this.isSlow) return Promise.resolve();
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  /** Whether something happens that has to do with waiting for files, by chance. */
  chance(probability: number): boolean {
    return this.isSlow && this.#random.chance(probability);
  }

  /** Gives so many their turn, and what follows from each a moment. */
  async take(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const [next] = this.#waiting.splice(this.#random.whole(0, Math.max(0, this.#waiting.length - 1)), 1);
      next?.();
      for (let moment = 0; moment < 4; moment++) await undefined;
    }
  }

  /** Gives everything its turn until something has settled. @throws Error where that never comes */
  async until(settled: Promise<unknown>): Promise<void> {
    let isSettled = false;
    settled.then(
      () => (isSettled = true),
      () => (isSettled = true),
    );
    for (let turn = 0; !isSettled; turn++) {
      if (turn > 200_000) throw new Error('It never comes to rest.');
      await this.take(1);
    }
    await settled;
  }
}
