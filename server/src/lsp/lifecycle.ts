// What may be said when (LSP 3.17, "Server lifecycle" and "Base Protocol"), decided before a message reaches the server, for
// every way of speaking with it: the library leaves these things to its user.
import {
  type Disposable,
  ErrorCodes,
  type Message,
  type MessageReader,
  MessageType,
  type MessageWriter,
} from 'vscode-languageserver';
import { fieldsOf } from './fieldsOf.ts';
import { problemWith } from './params.ts';

/** Stands for what a reader got and is no JSON. */
export const noJson: Message = { jsonrpc: 'none' };

/** How far a session is. */
type State = 'new' | 'initializing' | 'running' | 'shut down';

/** An answer to a request, as far as it matters here. */
interface Refusal {
  readonly code: number;
  readonly message: string;
}

type Id = string | number;

/** The two ends of a connection with one client, of which only what may be said when comes through. */
export class Session {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  readonly #writer: MessageWriter;
  #state: State = 'new';
  /** The requests that are not answered yet; the library knows an id by its letters only. */
  readonly #open = new Map<string, string>();

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.#writer = writer;
    this.reader = {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (callback): Disposable =>
        reader.listen(message => {
          if (this.#lets(message)) callback(message);
        }),
      dispose: () => reader.dispose(),
    };
    this.writer = {
      onError: writer.onError,
      onClose: writer.onClose,
      write: message => {
        this.#answered(message);
        return writer.write(message);
      },
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    };
  }

  /** Whether the client has asked the server to shut down: what ends then, ends in order. */
  get isShutDown(): boolean {
    return this.#state === 'shut down';
  }

  /** Whether a message comes through; one that does not is answered here, where it is to be. */
  #lets(message: unknown): boolean {
    if (message === noJson) {
      this.#refuse(null, { code: ErrorCodes.ParseError, message: 'The message is not JSON.' });
      return false;
    }
    const { jsonrpc, id, method, params } = fieldsOf(message);
    const hasId = typeof id === 'string' || typeof id === 'number';
    // An answer to a request of the server. One that has no result is for the library to tell of.
    if (jsonrpc === '2.0' && method === undefined && (hasId || id === null)) return true;
    if (jsonrpc !== '2.0' || typeof method !== 'string' || (id !== undefined && !hasId)) {
      const words = 'The message is not a request, a notification, or a response of JSON-RPC 2.0.';
      this.#refuse(hasId && typeof method === 'string' ? id : null, {
        code: ErrorCodes.InvalidRequest,
        message: words,
      });
      return false;
    }
    return hasId ? this.#letsRequest(id, method, params) : this.#letsNotification(method, params);
  }

  #letsRequest(id: Id, method: string, params: unknown): boolean {
    const refusal = this.#refusalOf(id, method) ?? invalid(method, params);
    if (refusal) {
      this.#refuse(id, refusal);
      return false;
    }
    this.#open.set(String(id), method);
    if (method === 'initialize') this.#state = 'initializing';
    if (method === 'shutdown') this.#state = 'shut down';
    return true;
  }

  #refusalOf(id: Id, method: string): Refusal | undefined {
    const refused = (message: string) => ({ code: ErrorCodes.InvalidRequest, message });
    if (this.#state === 'new' && method !== 'initialize') {
      const message = `${method} came before initialize, which starts a session.`;
      return { code: ErrorCodes.ServerNotInitialized, message };
    }
    if (this.#state === 'shut down') return refused(`${method} came after shutdown: only exit may follow.`);
    if (this.#state !== 'new' && method === 'initialize')
      return refused('initialize came a second time, but may be sent only once.');
    return this.#open.has(String(id))
      ? refused(`A request with the id ${JSON.stringify(id)} is not answered yet.`)
      : undefined;
  }

  #letsNotification(method: string, params: unknown): boolean {
    if (method === 'exit') return true;
    if (this.#state === 'new' || this.#state === 'shut down') return false;
    const problem = problemWith(method, params);
    if (problem !== undefined) this.#tell(`${method} was ignored: ${problem}`);
    return problem === undefined;
  }

  /** Takes note of an answer of the server. */
  #answered(message: object): void {
    const { id, method, error } = fieldsOf(message);
    if (method !== undefined || (typeof id !== 'string' && typeof id !== 'number')) return;
    const asked = this.#open.get(String(id));
    this.#open.delete(String(id));
    // A client that was refused may introduce itself anew.
    if (asked === 'initialize' && this.#state === 'initializing')
      this.#state = error === undefined ? 'running' : 'new';
  }

  #refuse(id: Id | null, error: Refusal): void {
    this.#write({ jsonrpc: '2.0', id, error });
  }

  /** Tells the client's log of what is at fault with the client. */
  #tell(message: string): void {
    if (this.#state !== 'running') return;
    this.#write({
      jsonrpc: '2.0',
      method: 'window/logMessage',
      params: { type: MessageType.Warning, message },
    });
  }

  #write(message: Message & Record<string, unknown>): void {
    // A client that has gone needs no answer.
    this.#writer.write(message).catch(() => undefined);
  }
}

function invalid(method: string, params: unknown): Refusal | undefined {
  const problem = problemWith(method, params);
  return problem === undefined ? undefined : { code: ErrorCodes.InvalidParams, message: problem };
}
