/** A small pseudo-random generator: the same seed gives the same choices on every machine. Not for secrets. */
export class Random {
  #state: number;

  /** @param seeds whole numbers; each combination of them gives a sequence of its own */
  constructor(...seeds: readonly number[]) {
    this.#state = seeds.reduce((state, seed) => scramble(state ^ seed), 0x2545f491);
  }

  /** The next number, at least 0 and below 1. */
  next(): number {
    // A Weyl sequence (steps of 2^32 divided by the golden ratio) with its bits mixed.
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return (scramble(this.#state) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list. @throws RangeError when the list is empty */
  pick<T>(list: readonly T[]): T {
    return at(list, Math.floor(this.next() * list.length));
  }

  /** A different order of a list, each order as likely as any other. */
  shuffled<T>(list: readonly T[]): T[] {
    const keyed = list.map(item => ({ item, key: this.next() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  }

  /** One of the names, each as likely as its weight says. @throws RangeError when there is none */
  weighted<T extends string>(weights: readonly (readonly [T, number])[]): T {
    let left = this.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of weights) {
      left -= weight;
      if (left < 0) return name;
    }
    return at(weights, weights.length - 1)[0];
  }
}

/** The item at an index counted round and round the list. @throws RangeError when the list is empty */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('An empty list has nothing to choose from.');
  return item;
}

/** Spreads the bits of a 32-bit number, so that neighbors have nothing in common. */
function scramble(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
