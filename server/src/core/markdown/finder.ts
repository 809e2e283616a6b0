/**
 * Finds the next occurrence of a string, remembering the last answer: a walk forward through a document asks as often as
 * it likes and the document is still searched only once.
 */
export class Finder {
  readonly #text: string;
  readonly #needle: string;
  #askedFrom = 0;
  #found = -1;

  constructor(text: string, needle: string) {
    this.#text = text;
    this.#needle = needle;
  }

  /** The first occurrence at or after an offset; Infinity where there is none. */
  next(from: number): number {
    if (from < this.#askedFrom || from > this.#found) {
      const found = this.#text.indexOf(this.#needle, from);
      this.#found = found < 0 ? Number.POSITIVE_INFINITY : found;
      this.#askedFrom = from;
    }
    return this.#found;
  }
}
