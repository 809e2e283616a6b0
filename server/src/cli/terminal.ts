/** The codes that begin and end a style (ECMA-48, SGR). */
const styles = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
  gray: [90, 39],
} as const;

/** Writes text with a style where standard output is a terminal that wants colour (no-color.org). */
export function paint(style: keyof typeof styles, text: string): string {
  if (!paints()) return text;
  const [begin, end] = styles[style];
  return `\u001b[${begin}m${text}\u001b[${end}m`;
}

/** Whether styles are written at all. */
export function paints(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR'];
}

/** Text of a document or a name of a file, of the same length, with nothing in it that a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t]/gu, '\ufffd');
}

/**
 * How many characters a line of the terminal has. In a pipe a line is as long as it is: whatever reads it may search it, or
 * break it anew.
 */
export function columns(): number {
  return process.stdout.isTTY ? process.stdout.columns || 80 : Number.POSITIVE_INFINITY;
}

/** How long the work must have gone on before progress is shown, and how often it is shown anew, in milliseconds. */
const patience = 700;
const rhythm = 100;

/** Shows progress in one line on standard error, when the work is long and a person is watching. */
export class Progress {
  readonly #watched = process.stderr.isTTY === true;
  #next = performance.now() + patience;
  #shown = false;

  /** Says how far the work is. */
  readonly tell = (done: number, all: number): void => {
    if (!this.#watched || performance.now() < this.#next) return;
    this.#next = performance.now() + rhythm;
    this.#shown = true;
    process.stderr.write(`\r\u001b[KReading ${done} of ${all} documents`);
  };

  /** Takes the line away. */
  done(): void {
    if (this.#shown) process.stderr.write('\r\u001b[K');
  }
}
