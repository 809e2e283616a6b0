/** Where something stands in a text, asked for ever further on: the text is searched only once, however often one asks. */
export class Finder {
  readonly #search: (from: number) => number;
  #askedFrom = 0;
  #found = -1;

  /** @param what a string, or an expression for one character, with the flag `g` */
  constructor(text: string, what: string | RegExp) {
    this.#search =
      typeof what === 'string' ? from => text.indexOf(what, from) : from => searchFrom(text, what, from);
  }

  /** The first place at or after an offset; Infinity where there is none. */
  next(from: number): number {
    if (from < this.#askedFrom || from > this.#found) {
      const found = this.#search(from);
      this.#found = found < 0 ? Number.POSITIVE_INFINITY : found;
      this.#askedFrom = from;
    }
    return this.#found;
  }
}

function searchFrom(text: string, character: RegExp, from: number): number {
  character.lastIndex = from;
  return character.test(text) ? character.lastIndex - 1 : -1;
}
