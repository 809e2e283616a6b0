import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';

/** How many documents of how many are dealt with; undefined once the work is over. */
export type Done = { readonly done: number; readonly all: number } | undefined;

/** Shows how far long work on documents is, in a client that shows progress. */
export class WorkProgress {
  readonly #context: { readonly connection: Connection; readonly abilities: Abilities };
  readonly #title: string;
  /** Asked for; undefined in it where the client would not have it. */
  #reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  /** @param title what is done, as a person reads it */
  constructor(context: { readonly connection: Connection; readonly abilities: Abilities }, title: string) {
    this.#context = context;
    this.#title = title;
  }

  show(progress: Done): void {
    if (!this.#context.abilities.progress) return;
    if (!progress) {
      void this.#reporter?.then(reporter => reporter?.done());
      this.#reporter = undefined;
      return;
    }
    // Only work that takes more than one slice is worth a word.
    if (progress.done === 0) return;
    const percentage = Math.floor((100 * progress.done) / progress.all);
    if (this.#reporter) {
      const words = `${progress.done} of ${progress.all} documents`;
      void this.#reporter.then(reporter => reporter?.report(percentage, words));
      return;
    }
    this.#reporter = this.#context.connection.window.createWorkDoneProgress().then(
      reporter => {
        reporter.begin(this.#title, percentage, undefined, false);
        return reporter;
      },
      () => undefined,
    );
  }
}
