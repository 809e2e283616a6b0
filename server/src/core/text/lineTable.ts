import type { Position } from './range.ts';

/** A line table as plain data: how long each line is with its end, 255 for so much of it and more to follow. */
export interface LineData {
  readonly lengths: Uint8Array;
  /** Of the text. */
  readonly length: number;
}

/** What the last byte of a line's length is less than. */
const more = 255;

/**
 * Where the lines of a text begin. `\n`, `\r\n` and a lone `\r` end a line, as in the language server protocol. Thousands of
 * closed documents have one, so it takes about a byte a line; it remembers the line last asked for, from which the way to the
 * next is mostly short.
 */
export class LineTable {
  readonly #lengths: Uint8Array;
  readonly #length: number;
  /** The line last asked for: its number, where it begins, and where its length stands. */
  #line = 0;
  #start = 0;
  #at = 0;

  /** @param text the text, or what `data` gave of its table */
  constructor(text: string | LineData) {
    this.#length = text.length;
    if (typeof text === 'string') this.#lengths = lengthsOf(text);
    else this.#lengths = text.lengths;
  }

  /** The table as plain data, to be kept or sent to another thread. */
  get data(): LineData {
    return { lengths: this.#lengths, length: this.#length };
  }

  /** Whether a text has lines of the same lengths, as another text hardly has. */
  isOf(text: string): boolean {
    if (text.length !== this.#length) return false;
    const lengths = lengthsOf(text);
    return lengths.length === this.#lengths.length && lengths.every((one, i) => one === this.#lengths[i]);
  }

  /** How many lines the text has: one more than its line ends. */
  get count(): number {
    this.#goTo(Number.POSITIVE_INFINITY);
    return this.#line + 1;
  }

  /** Where the line begins; an offset past the text is clamped to its end. */
  startOf(line: number): number {
    this.#goTo(line);
    return line < 0 ? 0 : line > this.#line ? this.#length : this.#start;
  }

  /** The position of an offset; one outside the text is clamped to its ends. */
  positionAt(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.#length));
    if (wanted < this.#start) this.#goTo(0);
    while (wanted >= this.#start + this.#lineLength() && this.#advance());
    return { line: this.#line, character: wanted - this.#start };
  }

  /** The offset of a position; a character past its line's end is clamped to the start of the next line. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.startOf(line);
    return Math.min(start + Math.max(0, character), this.startOf(line + 1));
  }

  /** Goes to a line, or to the last one where there are not so many. */
  #goTo(line: number): void {
    if (line < this.#line) {
      this.#line = 0;
      this.#start = 0;
      this.#at = 0;
    }
    while (this.#line < line && this.#advance());
  }

  /** Goes to the next line; says whether there is one. */
  #advance(): boolean {
    let next = this.#at;
    while (this.#lengths[next] === more) next++;
    if (next + 1 >= this.#lengths.length) return false;
    this.#start += this.#lineLength();
    this.#at = next + 1;
    this.#line++;
    return true;
  }

  #lineLength(): number {
    let length = 0;
    for (let at = this.#at; ; at++) {
      const part = this.#lengths[at] ?? 0;
      length += part;
      if (part !== more) return length;
    }
  }
}

function lengthsOf(text: string): Uint8Array {
  const lengths: number[] = [];
  let start = 0;
  const add = (end: number) => {
    let length = end - start;
    for (; length >= more; length -= more) lengths.push(more);
    lengths.push(length);
    start = end;
  };
  // Most texts have no other line end than `\n`, which is found many times faster than it is looked for.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) add(at + 1);
  } else {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) add(i + 1);
    }
  }
  add(text.length);
  return new Uint8Array(lengths);
}
