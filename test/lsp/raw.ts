// A client that says whatever it likes: it writes bytes and frames, and waits for answers by their ids.
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { TestContext } from 'node:test';
import { Framing } from '../../server/src/lsp/framing.ts';
import { command, node, nowhere } from '../cli/tickmark.ts';

/** What the server has written. */
export interface Said {
  readonly id?: string | number | null;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
  readonly params?: unknown;
}

/** A text as a message is sent. */
export function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

export function request(id: unknown, method: string, params?: unknown): string {
  return framed(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
}

export function notification(method: string, params?: unknown): string {
  return framed(JSON.stringify({ jsonrpc: '2.0', method, params }));
}

export function initialize(id: unknown, folder: string | null = null): string {
  return request(id, 'initialize', { processId: null, rootUri: folder, capabilities: {} });
}

/** How long to wait for what should come at once, on a busy machine, in milliseconds. */
const patience = 20_000;

/** Settles as the promise does. @throws where nothing has come of it for some seconds */
async function soon<Value>(promise: Promise<Value>, what: () => string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came of it: ${what()}`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export class RawClient {
  readonly said: Said[] = [];
  readonly #output: Writable;
  readonly #waiting = new Set<() => void>();

  constructor(input: Readable, output: Writable) {
    this.#output = output;
    const framing = new Framing();
    input.on('data', (bytes: Buffer) => {
      for (const content of framing.take(bytes)) {
        const message: Said = JSON.parse(Buffer.from(content).toString('utf8'));
        this.said.push(message);
      }
      for (const look of this.#waiting) look();
    });
  }

  send(...texts: readonly string[]): void {
    this.#output.write(texts.join(''));
  }

  write(bytes: Uint8Array): void {
    this.#output.write(bytes);
  }

  /** The first message that the server writes of which this is true. */
  saying(is: (said: Said) => boolean): Promise<Said> {
    const said = new Promise<Said>(resolve => {
      const look = () => {
        const found = this.said.find(is);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
    return soon(said, () => `${is}, having heard ${JSON.stringify(this.said)}`);
  }

  /** The answer to a request. */
  answer(id: Said['id']): Promise<Said> {
    return this.saying(said => said.method === undefined && said.id === id);
  }

  /** The code of the error that a request was answered with; undefined where it has a result. */
  async code(id: Said['id']): Promise<number | undefined> {
    const { error, result } = await this.answer(id);
    assert.ok((error === undefined) !== (result === undefined), 'an answer has a result or an error');
    return error?.code;
  }
}

export interface RawServed {
  readonly client: RawClient;
  readonly process: ChildProcessWithoutNullStreams;
  /** How the process ended, and what it then had on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly complaint: string }>;
}

/** Starts the command as an editor does, with these options as well; it ends with the test. */
export function serveRaw(t: TestContext, ...options: readonly string[]): RawServed {
  const env = { ...process.env, XDG_CACHE_HOME: nowhere };
  const child = spawn(node, [command, 'lsp', '--stdio', ...options], { stdio: 'pipe', env });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  // A server that has ended reads no more.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code]) => ({
    code: typeof code === 'number' ? code : null,
    complaint,
  }));
  t.after(async () => {
    child.kill();
    await ended;
  });
  return {
    client: new RawClient(child.stdout, child.stdin),
    process: child,
    get ended() {
      return soon(ended, () => 'the server should have ended');
    },
  };
}
