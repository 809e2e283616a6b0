/** Sets of items by key, without empty ones. Most have one item, which is kept without a set around it: that is much smaller. */
export class MultiMap<Item extends string | object> {
  readonly #sets = new Map<string, Item | Items<Item>>();

  /** The items of a key. */
  get(key: string): ReadonlySet<Item> {
    const kept = this.#sets.get(key);
    return kept === undefined ? none : kept instanceof Items ? kept : new Set([kept]);
  }

  /** Whether a key has any. */
  has(key: string): boolean {
    return this.#sets.has(key);
  }

  /** How many keys have any. */
  get size(): number {
    return this.#sets.size;
  }

  /** The keys that have any. */
  keys(): IterableIterator<string> {
    return this.#sets.keys();
  }

  /** Adds an item to those of a key. */
  add(key: string, item: Item): void {
    const kept = this.#sets.get(key);
    if (kept === undefined) this.#sets.set(key, item);
    else if (kept instanceof Items) kept.add(item);
    else if (kept !== item) this.#sets.set(key, new Items([kept, item]));
  }

  /** Takes an item away from those of a key, if it is there. */
  delete(key: string, item: Item): void {
    const kept = this.#sets.get(key);
    if (kept === item) this.#sets.delete(key);
    if (!(kept instanceof Items)) return;
    kept.delete(item);
    if (kept.size === 0) this.#sets.delete(key);
  }
}

/** Several items of a key, told apart from an item that is a set itself. */
class Items<Item> extends Set<Item> {}

const none: ReadonlySet<never> = new Set<never>();
