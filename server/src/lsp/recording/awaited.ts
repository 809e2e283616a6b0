/** Counts what is to come, by keys, against what has come. */
export class Awaited {
  /** How often more each key is to come; below 0 where it came before anybody waited for it. */
  readonly #counts = new Map<string, number>();
  readonly #missing = new Set<string>();
  #told: (() => void) | undefined;

  expect(key: string): void {
    this.#add(key, 1);
  }

  came(key: string): void {
    this.#add(key, -1);
    if (this.#missing.size === 0) this.#told?.();
  }

  /**
   * Settles once everything expected has come, or after so many milliseconds.
   * What has not come by then is not waited for again.
   */
  async all(most: number): Promise<void> {
    if (this.#missing.size === 0) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, most);
      this.#told = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#told = undefined;
    for (const key of this.#missing) this.#counts.delete(key);
    this.#missing.clear();
  }

  #add(key: string, more: number): void {
    const count = (this.#counts.get(key) ?? 0) + more;
    this.#counts.set(key, count);
    if (count > 0) this.#missing.add(key);
    else this.#missing.delete(key);
  }
}
