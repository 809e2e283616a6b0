import { CARRIAGE_RETURN, isSpaceOrTab, LINE_FEED, TAB } from './characters.ts';
import { Finder } from './finder.ts';

/**
 * Where the block pass stands in a line. White space is counted in columns, with tab stops every four (CommonMark
 * 0.31.2, section 2.2), and a container may take a part of a tab: the rest of it is still to come.
 */
export class LineCursor {
  readonly text: string;
  /** The first offset that no container has taken; behind a tab that is taken in part. */
  at: number;
  /** The first offset from `at` on that is neither space nor tab; the end of the line where it is blank. */
  next = 0;
  /** The end of the line, before its line end. */
  end = 0;
  /** The start of the following line. */
  following: number;
  #column = 0;
  #nextColumn = 0;
  /** Columns of the tab before `at` that are still to come. */
  #rest = 0;
  readonly #feeds: Finder;
  readonly #returns: Finder;

  /** @param from offset of the first line */
  constructor(text: string, from: number) {
    this.text = text;
    this.at = from;
    this.following = from;
    this.#feeds = new Finder(text, '\n');
    this.#returns = new Finder(text, '\r');
  }

  /** Goes to the following line; false behind the last. */
  nextLine(): boolean {
    const { text, following } = this;
    if (following >= text.length) return false;
    this.at = following;
    this.#column = 0;
    this.#rest = 0;
    const end = Math.min(this.#feeds.next(following), this.#returns.next(following), text.length);
    this.end = end;
    const isPair = text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED;
    this.following = end + (isPair ? 2 : 1);
    this.#measure();
    return true;
  }

  get blank(): boolean {
    return this.next === this.end;
  }

  /** Columns of white space before `next`. */
  get indent(): number {
    return this.#nextColumn - this.#column;
  }

  /** The character at `next`; not a number in a blank line. */
  get code(): number {
    return this.next < this.end ? this.text.charCodeAt(this.next) : Number.NaN;
  }

  /** Takes that many columns of the white space at hand, or all there are. */
  takeColumns(count: number): void {
    let left = Math.min(count, this.indent);
    this.#column += left;
    while (left > 0) {
      if (this.#rest === 0) {
        const column = this.#column - left;
        this.#rest = this.text.charCodeAt(this.at) === TAB ? 4 - (column & 3) : 1;
        this.at++;
      }
      const taken = Math.min(this.#rest, left);
      this.#rest -= taken;
      left -= taken;
    }
  }

  /** Takes the white space at hand and a mark of that many characters behind it. */
  takeMark(length: number): void {
    this.at = this.next + length;
    this.#column = this.#nextColumn + length;
    this.#rest = 0;
    this.#measure();
  }

  #measure(): void {
    const { text, end } = this;
    let next = this.at;
    let column = this.#column;
    let code = text.charCodeAt(next);
    while (next < end && isSpaceOrTab(code)) {
      column += code === TAB ? 4 - (column & 3) : 1;
      code = text.charCodeAt(++next);
    }
    this.next = next;
    this.#nextColumn = column;
  }
}
