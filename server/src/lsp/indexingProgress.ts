import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { ServerContext } from './context.ts';

/** Shows how far the reading of programs is, in a client that shows progress. */
export class IndexingProgress {
  readonly #context: ServerContext;
  /** Asked for; undefined in it where the client would not have it. */
  #reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /** @param progress how many documents of how many are read; undefined once it is over */
  show(progress: { readonly done: number; readonly all: number } | undefined): void {
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
        reporter.begin('Tickmark: reading control documentation', percentage, undefined, false);
        return reporter;
      },
      () => undefined,
    );
  }
}
