import {
  type DataCallback,
  Event,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver';
import { fieldsOf } from '../fieldsOf.ts';
import { noJson } from '../lifecycle.ts';
import { Awaited } from './awaited.ts';
import { ClientAnswers } from './clientAnswers.ts';
import { type Difference, firstDifference } from './differences.ts';
import type { RecordedMessage, Recording } from './recording.ts';

/** How a request was answered this time. */
export type Outcome =
  | { readonly is: 'same' | 'unanswered' | 'not compared' }
  | { readonly is: 'different'; readonly difference: Difference };

/** A request of the recording that was sent again. */
export interface Replayed {
  readonly method: string;
  /** How long the answer took, in milliseconds; up to the end of waiting where none came. */
  readonly took: number;
  readonly outcome: Outcome;
}

/** How long an answer is waited for, in milliseconds. */
const patience = 60_000;

/** How long at least whatever else came in the recording is waited for: no two runs tell of the same in the same pieces. */
const leastWait = 1000;

/** A request that was sent and not answered yet. */
interface Open {
  readonly method: string;
  readonly sent: number;
  /** The answer in the recording. */
  readonly recorded: Fields | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Plays the client of a recording to a server. Each message is sent when everything has come that came before it in the
 * recording, so what was sent in quick succession, or called off, is so again.
 */
export class Replay {
  readonly #recording: Recording;
  readonly #told: (replayed: Replayed) => void;
  readonly #clientAnswers: ClientAnswers;
  readonly #recordedAnswers: ReadonlyMap<RecordedMessage, Fields>;
  readonly #expectedAnswers: ReadonlySet<Fields>;
  readonly #open = new Map<unknown, Open>();
  readonly #answers = new Awaited();
  readonly #others = new Awaited();
  #send: DataCallback = () => undefined;

  /** The server's ends. */
  readonly reader: MessageReader;
  readonly writer: MessageWriter;

  /** @param told hears of each request, as soon as it is answered */
  constructor(recording: Recording, told: (replayed: Replayed) => void) {
    this.#recording = recording;
    this.#told = told;
    this.#clientAnswers = new ClientAnswers(recording.messages);
    this.#recordedAnswers = answersIn(recording.messages);
    this.#expectedAnswers = new Set(this.#recordedAnswers.values());
    const none = { onError: Event.None, onClose: Event.None, dispose: () => undefined };
    this.reader = {
      ...none,
      onPartialMessage: Event.None,
      listen: callback => {
        this.#send = callback;
        return { dispose: () => undefined };
      },
    };
    this.writer = {
      ...none,
      write: async message => this.#hear(message),
      end: () => undefined,
    };
  }

  /**
   * Sends everything, and asks the server to shut down at the end.
   * @param inTime whether each message waits for its time as well
   */
  async run(inTime: boolean): Promise<void> {
    const began = performance.now();
    let before = 0;
    for (const recorded of this.#recording.messages) {
      if (recorded.from === 'server') {
        this.#expect(recorded);
        continue;
      }
      const { message, at } = recorded;
      // What the server asks is answered when it asks.
      if (isResponse(message) || message['method'] === 'exit') continue;
      await this.#answers.all(patience);
      await this.#others.all(2 * (at - before) + leastWait);
      if (inTime) await elapsed(at - (performance.now() - began));
      before = at;
      this.#sendAgain(recorded);
    }
    await this.#answers.all(patience);
    // The recording ended before these were answered.
    for (const [id, { recorded }] of this.#open) if (!recorded) this.#answers.expect(keyOfAnswer(id));
    await this.#answers.all(patience);
    for (const { method, sent } of this.#open.values())
      this.#told({ method, took: performance.now() - sent, outcome: { is: 'unanswered' } });
    this.#open.clear();
    this.#sendMessage({ jsonrpc: '2.0', id: 'end of replay', method: 'shutdown' });
  }

  #expect({ message }: RecordedMessage): void {
    if (isResponse(message)) {
      if (this.#expectedAnswers.has(message)) this.#answers.expect(keyOfAnswer(message['id']));
      return;
    }
    const key = keyOfOther(message);
    if (key !== undefined) this.#others.expect(key);
  }

  #sendAgain(recorded: RecordedMessage): void {
    const message = withoutProcess(recorded.message);
    const { id, method } = message;
    if (id !== undefined && typeof method === 'string')
      this.#open.set(id, { method, sent: performance.now(), recorded: this.#recordedAnswers.get(recorded) });
    this.#sendMessage(message);
  }

  #sendMessage(fields: Fields): void {
    const message: Message & Fields = { jsonrpc: '2.0', ...fields };
    this.#send(fields['jsonrpc'] === noJson.jsonrpc ? noJson : message);
  }

  /** Takes what the server says. */
  #hear(message: object): void {
    const said = fieldsOf(message);
    if (isResponse(said)) {
      this.#judge(said);
      return;
    }
    const key = keyOfOther(said);
    if (key !== undefined) this.#others.came(key);
    // Not within the server's own call.
    if (said['id'] !== undefined) setImmediate(() => this.#sendMessage(this.#clientAnswers.to(said)));
  }

  #judge(answer: Fields): void {
    const { id } = answer;
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    const { method, sent, recorded } = open;
    this.#told({ method, took: performance.now() - sent, outcome: this.#outcome(recorded, answer) });
    this.#answers.came(keyOfAnswer(id));
  }

  #outcome(recorded: Fields | undefined, answer: Fields): Outcome {
    // Other texts have other answers.
    if (!recorded || this.#recording.header.texts === 'masked') return { is: 'not compared' };
    const difference = firstDifference(compared(recorded), compared(answer));
    return difference ? { is: 'different', difference } : { is: 'same' };
  }
}

function compared({ result, error }: Fields): Fields {
  return { result, error };
}

/** The answer to each request of the client. */
function answersIn(messages: readonly RecordedMessage[]): ReadonlyMap<RecordedMessage, Fields> {
  const open = new Map<unknown, RecordedMessage>();
  const answers = new Map<RecordedMessage, Fields>();
  for (const recorded of messages) {
    const { from, message } = recorded;
    if (from === 'client' && message['id'] !== undefined && message['method'] !== undefined)
      open.set(message['id'], recorded);
    const request = from === 'server' && isResponse(message) ? open.get(message['id']) : undefined;
    if (!request) continue;
    answers.set(request, message);
    open.delete(message['id']);
  }
  return answers;
}

/** How the client introduced itself, but for its process: the server would end with that, and it is long gone. */
function withoutProcess(message: Fields): Fields {
  return message['method'] === 'initialize'
    ? { ...message, params: { ...fieldsOf(message['params']), processId: null } }
    : message;
}

function isResponse(message: Fields): boolean {
  return message['method'] === undefined;
}

function keyOfAnswer(id: unknown): string {
  return JSON.stringify(id);
}

/**
 * What tells that the server is as far as it was: what it asks, and what it tells of a document. Undefined for what comes in
 * any number.
 */
function keyOfOther(message: Fields): string | undefined {
  const { method, params } = message;
  const { uri, value } = fieldsOf(params);
  if (typeof method !== 'string' || method === 'window/logMessage') return undefined;
  if (method === '$/progress') return fieldsOf(value)['kind'] === 'end' ? method : undefined;
  return typeof uri === 'string' ? `${method} ${uri}` : method;
}

async function elapsed(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise(resolve => setTimeout(resolve, milliseconds));
}
