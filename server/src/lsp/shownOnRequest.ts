import type { ServerContext } from './context.ts';
import { unawaited } from './unawaited.ts';

/**
 * What a client shows because it has asked, such as lenses. It asks again where it has edited a document. It must be told
 * when something else that they show has changed.
 */
export class ShownOnRequest {
  readonly #refreshMethod: string;
  /** What the programs were when each client last asked; absent once it has been told to ask again. */
  readonly #asked = new WeakMap<ServerContext, string>();

  /** @param refreshMethod the request that has a client ask again */
  constructor(refreshMethod: string) {
    this.#refreshMethod = refreshMethod;
  }

  /** Takes note that a client is answered now. */
  asked(context: ServerContext): void {
    this.#asked.set(context, stateOf(context));
  }

  /** Has a client ask again that has asked before, where anything can have changed since but the texts of documents. */
  changed(context: ServerContext): void {
    const then = this.#asked.get(context);
    if (then === undefined || then === stateOf(context)) return;
    this.#asked.delete(context);
    unawaited(() => context.connection.sendRequest(this.#refreshMethod));
  }
}

/** Differs where settings, programs, or the shape of a document have changed. Typing prose changes none of these. */
function stateOf({ indexing, settings, workspace }: ServerContext): string {
  const keys = workspace.programs.reduce((sum, { engine }) => sum + engine.work.keysTouched, 0);
  return `${indexing} ${workspace.programs.length} ${keys} ${JSON.stringify(settings)}`;
}
