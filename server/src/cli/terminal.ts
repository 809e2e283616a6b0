import type { TerminalText } from './terminalText.ts';

/** Writes to standard output. */
export function write(text: TerminalText): void {
  process.stdout.write(text);
}

/** Writes to standard error. */
export function writeError(text: TerminalText): void {
  process.stderr.write(text);
}

/** Calls back where standard output cannot be written. A reader that stops early (`| head`) is no error. */
export function onWriteError(fail: (error: Error) => void): void {
  process.stdout.on('error', error => {
    if (!('code' in error && error.code === 'EPIPE')) fail(error);
  });
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
