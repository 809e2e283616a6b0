import type { Position } from './range.ts';

/** A line table as plain data. */
export interface LineData {
  readonly starts: Uint32Array;
  readonly length: number;
}

/** Where the lines of a text begin. `\n`, `\r\n` and a lone `\r` end a line, as in the language server protocol. */
export class LineTable {
  readonly #starts: Uint32Array;
  readonly #length: number;

  /** @param text the text, or what `data` gave of its table */
  constructor(text: string | LineData) {
    this.#length = text.length;
    if (typeof text !== 'string') this.#starts = text.starts;
    else this.#starts = text.includes('\r') ? startsOfAnyLines(text) : startsOfPlainLines(text);
  }

  /** The table as plain data, to be sent to another thread. */
  get data(): LineData {
    return { starts: this.#starts, length: this.#length };
  }

  /** How many lines the text has: one more than its line ends. */
  get count(): number {
    return this.#starts.length;
  }

  /** Where the line begins; an offset past the text is clamped to its end. */
  startOf(line: number): number {
    return line < 0 ? 0 : (this.#starts[line] ?? this.#length);
  }

  /** The position of an offset; one outside the text is clamped to its ends. */
  positionAt(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: wanted - this.startOf(low) };
  }

  /** The offset of a position; a character past its line's end is clamped to the start of the next line. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.startOf(line);
    return Math.min(start + Math.max(0, character), this.startOf(line + 1));
  }
}

/** Most texts have no other line end than `\n`, which is found many times faster than it is looked for. */
function startsOfPlainLines(text: string): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}

function startsOfAnyLines(text: string): Uint32Array {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return Uint32Array.from(starts);
}
