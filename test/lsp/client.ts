// A client of the language server: it speaks with the built command over standard input and output, keeps what it is told,
// and waits for what is to come by what comes.

import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Readable, Writable } from 'node:stream';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type FileEvent,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type MessageConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { Request } from '../../protocol/message.ts';
import { command, node, nowhere } from '../cli/tickmark.ts';

/** The URI of a path. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** How a client introduces itself: by default with no word on what it can. */
export interface Introduction extends Partial<Omit<InitializeParams, 'capabilities'>> {
  readonly capabilities?: ClientCapabilities;
}

/** How long to wait for what should come at once, on a busy machine, in milliseconds. */
const patience = 20_000;

export class Client {
  readonly connection: MessageConnection;
  /** What the server has published last, by URI; nothing where that was no diagnostic. */
  readonly published = new Map<string, readonly Diagnostic[]>();
  /** The method of everything that the server has sent of its own accord, in its order. */
  readonly told: string[] = [];
  readonly registrations: Registration[] = [];
  /** Called with everything that the server publishes. */
  onPublished: (published: PublishDiagnosticsParams) => void = () => undefined;
  #version = 1;
  readonly #waiting = new Set<() => void>();

  constructor(input: Readable, output: Writable) {
    this.connection = createMessageConnection(
      new StreamMessageReader(input),
      new StreamMessageWriter(output),
    );
    this.connection.onNotification(method => this.heard(method));
    this.connection.onRequest(method => {
      this.heard(method);
      return null;
    });
    this.connection.onNotification(PublishDiagnosticsNotification.type, published => {
      const { uri, diagnostics } = published;
      this.onPublished(published);
      if (diagnostics.length > 0) this.published.set(uri, diagnostics);
      else this.published.delete(uri);
      this.heard(PublishDiagnosticsNotification.method);
    });
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
      this.heard(RegistrationRequest.method);
    });
    this.connection.listen();
  }

  /** Introduces itself, with the folders of these paths open. */
  async introduce(folders: readonly string[], introduction: Introduction = {}): Promise<InitializeResult> {
    const workspaceFolders = folders.map(path => ({ uri: uriOf(path), name: path }));
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders,
      ...introduction,
      capabilities: introduction.capabilities ?? {},
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  /** Asks with a request of our own. */
  ask<Params, Result>({ method }: Request<Params, Result>, params: Params): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'any', version: this.#version++, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { uri, version: this.#version++ };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  tellOfFiles(changes: FileEvent[]): Promise<void> {
    return this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  /** Takes note that the server has sent something. */
  heard(method: string): void {
    this.told.push(method);
    for (const look of this.#waiting) look();
  }

  /** Settles once the condition holds; it is looked at again after everything that the server sends. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>(resolve => {
      const look = () => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  /**
   * Settles once an assertion holds; it is tried again after everything that the server sends.
   * @throws what it last threw, when nothing has come of it for some seconds
   */
  async eventually(assertion: () => void): Promise<void> {
    let failure: unknown;
    const holds = () => {
      try {
        assertion();
        return true;
      } catch (error) {
        failure = error;
        return false;
      }
    };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(failure), patience);
    });
    await Promise.race([this.until(holds), late]).finally(() => clearTimeout(timer));
  }

  /** The findings published at a URI, a line each: `line:character-line:character code`. */
  rulesAt(uri: string): string[] {
    return (this.published.get(uri) ?? []).map(words);
  }
}

/** A diagnostic in few words: where it is, and the rule that found it. */
export function words({ range: { start, end }, code }: Diagnostic): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${code}`;
}

/** A server in a process of its own, and a client that speaks with it. */
export interface Served {
  readonly client: Client;
  readonly process: ChildProcessWithoutNullStreams;
  /** How the process ended. */
  readonly ended: Promise<number | null>;
}

/** Starts the command as an editor does. It ends with the test; what it then has written as an error fails that. */
export function serve(t: TestContext): Served {
  const env = { ...process.env, XDG_CACHE_HOME: nowhere };
  const child = spawn(node, [command, 'lsp', '--stdio'], { stdio: 'pipe', env });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = once(child, 'close').then(([code]): number | null =>
    typeof code === 'number' ? code : null,
  );
  // An answer may be under way to a server that the end of the test has just killed: that one is let go.
  const input = new Writable({
    write: (chunk, encoding, done) => {
      child.stdin.write(chunk, encoding, error => done(child.killed ? null : error));
    },
  });
  child.stdin.on('error', error => {
    if (!child.killed) throw error;
  });
  const client = new Client(child.stdout, input);
  t.after(async () => {
    child.kill();
    await ended;
    // Not before: of half a message that came later the connection would wait for the other half, and the process with it.
    client.connection.dispose();
    assert.equal(complaint, '');
  });
  return { client, process: child, ended };
}

/** A client that has introduced itself to a server of its own. */
export async function connected(
  t: TestContext,
  folders: readonly string[],
  introduction: Introduction = {},
): Promise<Served & { readonly result: InitializeResult }> {
  const served = serve(t);
  const result = await served.client.introduce(folders, introduction);
  return { ...served, result };
}

/** Ends a server as the protocol has it; gives its exit code. */
export async function endInOrder({ client, ended }: Served): Promise<number | null> {
  await client.connection.sendRequest(ShutdownRequest.type);
  await client.connection.sendNotification(ExitNotification.type);
  return ended;
}
