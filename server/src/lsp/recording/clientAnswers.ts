import { isDeepStrictEqual } from 'node:util';
import { LSPErrorCodes } from 'vscode-languageserver';
import { fieldsOf } from '../fieldsOf.ts';
import type { RecordedMessage } from './recording.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Asked {
  readonly params: unknown;
  answer: Fields | undefined;
}

/** What the client of a recording answered when the server asked it. */
export class ClientAnswers {
  readonly #byMethod = new Map<string, Asked[]>();

  constructor(messages: readonly RecordedMessage[]) {
    const open = new Map<unknown, Asked>();
    for (const { from, message } of messages) {
      const { id, method, params } = message;
      if (id === undefined) continue;
      if (from === 'server' && typeof method === 'string') {
        const asked: Asked = { params, answer: undefined };
        open.set(id, asked);
        this.#byMethod.set(method, [...(this.#byMethod.get(method) ?? []), asked]);
      }
      const asked = from === 'client' && method === undefined ? open.get(id) : undefined;
      if (!asked) continue;
      asked.answer = message;
      open.delete(id);
    }
  }

  /**
   * The answer to a request of the server, with the id of the request: the recorded answer to the same question. Where the same was asked
   * several times, the answers come in their order, and the last one again.
   */
  to(request: object): Fields {
    const { id, method, params } = fieldsOf(request);
    const asked = typeof method === 'string' ? (this.#byMethod.get(method) ?? []) : [];
    const same = asked.filter(one => one.answer && isDeepStrictEqual(one.params, params));
    // Without one, that the client agreed to something of the kind is as good.
    const [found] = same.length > 0 ? same : asked.filter(({ answer }) => answer?.['result'] === null);
    if (found && same.length > 1) asked.splice(asked.indexOf(found), 1);
    if (found) return { ...found.answer, id };
    const message = 'The recording has no answer to this.';
    return { jsonrpc: '2.0', id, error: { code: LSPErrorCodes.RequestFailed, message } };
  }
}
