import type { YamlNode } from './node.ts';

/** How many characters aliases may stand for. A few words can name a long text any number of times. */
export const MOST_ALIASED = 1_000_000;

/**
 * What each anchor of a document names that was read so far. While a collection is being read its own anchor names nothing:
 * no circles.
 */
export class Anchors {
  readonly #nodes = new Map<string, YamlNode | undefined>();
  #left = MOST_ALIASED;

  set(name: string, node: YamlNode | undefined): void {
    this.#nodes.set(name, node);
  }

  /**
   * What an alias stands for; undefined where nothing has its name. Once aliases have stood for enough, none stands for
   * anything: `too much` says the first, `spent` every other.
   */
  find(name: string): YamlNode | 'too much' | 'spent' | undefined {
    const node = this.#nodes.get(name);
    if (node === undefined) return undefined;
    if (this.#left < 0) return 'spent';
    this.#left -= node.end - node.start;
    return this.#left < 0 ? 'too much' : node;
  }
}
