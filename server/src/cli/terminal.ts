import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Writes text with a style where standard output is a terminal that wants colour. */
export function paint(style: Style, text: string): string {
  const wanted = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
  return wanted ? styleText(style, text) : text;
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
