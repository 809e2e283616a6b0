// A language server in a process of its own, and a client that speaks with it as Visual Studio Code does.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  CompletionRequest,
  createMessageConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  type Position,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { likeVsCode } from '../../test/lsp/presets.ts';

const probe = fileURLToPath(new URL('serverProbe.cjs', import.meta.url));

/** A document as it is opened; its text may be another than its file's. */
export interface OpenDocument {
  /** Relative to the folder that is open. */
  readonly path: string;
  readonly text: string;
}

/** How long to wait for what a server should send, in milliseconds. */
const patience = 180_000;

/** How a language server is started. */
export interface Server {
  readonly subject: string;
  readonly script: string;
  readonly args: readonly string[];
  /** What it is told in `initializationOptions`. */
  readonly options?: object;
  /** What it is told where it asks for `workspace/configuration`, by section. */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

/** What a server has used, and how long its event loop was held at most, in milliseconds, since it was last asked. */
export interface ServerUsage {
  readonly cpu: number;
  readonly peak: number;
  readonly resident: number;
  readonly held: number;
}

export class Session {
  readonly connection: MessageConnection;
  readonly #server: Server;
  readonly #process: ChildProcess;
  /** When the last message of each method came, by performance.now(). */
  readonly #heard = new Map<string, number>();
  readonly #listeners = new Set<{ readonly method: string; readonly call: () => void }>();
  readonly #resultIds = new Map<string, string>();
  /** The folder that is open; documents are named by their paths in it. */
  #folder = '';
  #version = 1;
  #isEnding = false;

  /**
   * Starts a server.
   * @param how `watched` lets it be asked for what it uses; `node` is another Node than this one
   */
  constructor(server: Server, how: { readonly watched?: boolean; readonly node?: string } = {}) {
    this.#server = server;
    const overIpc = server.args.includes('--node-ipc');
    this.#process = spawn(
      how.node ?? process.execPath,
      [...(how.watched ? ['--require', probe] : []), server.script, ...server.args],
      {
        stdio: [
          'pipe',
          overIpc ? 'ignore' : 'pipe',
          'ignore',
          ...(overIpc || how.watched ? ['ipc' as const] : []),
        ],
      },
    );
    const { stdin, stdout } = this.#process;
    if (overIpc) {
      this.connection = createMessageConnection(
        new IPCMessageReader(this.#process),
        new IPCMessageWriter(this.#process),
      );
    } else if (stdin && stdout) {
      this.connection = createMessageConnection(
        new StreamMessageReader(stdout),
        new StreamMessageWriter(stdin),
      );
    } else throw new Error('The server has no standard input and output.');
    // What is asked of a server that has ended by itself fails; what was asked of one that was to end is of no interest.
    this.#process.on('exit', () => {
      if (!this.#isEnding) this.connection.dispose();
    });
    this.connection.onNotification(method => this.#hear(method));
    this.connection.onRequest((method, params) => {
      this.#hear(method);
      return method === 'workspace/configuration' ? this.#configured(params) : null;
    });
    this.connection.listen();
  }

  /** Introduces itself with a folder open; settles when the server has answered. */
  async initialize(folder: string, capabilities: ClientCapabilities = likeVsCode): Promise<void> {
    this.#folder = folder;
    const uri = pathToFileURL(folder).href;
    await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: folder }],
      capabilities,
      initializationOptions: this.#server.options,
    });
  }

  /** Lets the server begin its work. */
  initialized(): Promise<void> {
    return this.connection.sendNotification(InitializedNotification.type, {});
  }

  open({ path, text }: OpenDocument): Promise<void> {
    const languageId = path.endsWith('.md') ? 'markdown' : 'yaml';
    const textDocument = { uri: this.uriOf(path), languageId, version: this.#version++, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  change(path: string, change: TextDocumentContentChangeEvent): Promise<void> {
    const textDocument = { uri: this.uriOf(path), version: this.#version++ };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges: [change],
    });
  }

  close(path: string): Promise<void> {
    this.#resultIds.delete(path);
    const textDocument = { uri: this.uriOf(path) };
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  }

  /** The diagnostics of an open document; undefined where they are what they were. */
  async pull(path: string): Promise<readonly Diagnostic[] | undefined> {
    const previousResultId = this.#resultIds.get(path);
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uriOf(path) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
    if (report.resultId !== undefined) this.#resultIds.set(path, report.resultId);
    return report.kind === 'full' ? report.items : undefined;
  }

  /** How many completions there are at a position of an open document. */
  async complete(path: string, position: Position): Promise<number> {
    const textDocument = { uri: this.uriOf(path) };
    const list = await this.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    return (Array.isArray(list) ? list : (list?.items ?? [])).length;
  }

  async hover(path: string, position: Position): Promise<void> {
    const textDocument = { uri: this.uriOf(path) };
    await this.connection.sendRequest(HoverRequest.type, { textDocument, position });
  }

  /** Tells of files that were changed on disk. */
  filesChanged(paths: readonly string[]): Promise<void> {
    const changes: FileEvent[] = paths.map(path => ({
      uri: this.uriOf(path),
      type: FileChangeType.Changed,
    }));
    return this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  /** Calls back at each message of a method from now on; the function returned ends that. */
  on(method: string, call: () => void): () => void {
    const listener = { method, call };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Settles once so many messages of a method have come from now on.
   * @throws Error when they have not for minutes
   */
  heard(method: string, times = 1): Promise<void> {
    let left = times;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        end();
        reject(new Error(`Of ${times} messages ${method} ${left} have not come.`));
      }, patience);
      const end = this.on(method, () => {
        if (--left > 0) return;
        end();
        clearTimeout(late);
        resolve();
      });
    });
  }

  /**
   * Settles once no message of a method has come for some time.
   * @param since by performance.now(); what came before counts for nothing
   * @returns when the last one came, or `since`
   */
  async quiet(method: string, milliseconds: number, since: number): Promise<number> {
    for (;;) {
      const last = Math.max(since, this.#heard.get(method) ?? since);
      const left = last + milliseconds - performance.now();
      if (left <= 0) return last;
      await pause(left);
    }
  }

  /** What a watched server has used. */
  async usage(): Promise<ServerUsage> {
    this.#process.send({});
    const [usage] = await once(this.#process, 'message');
    return usage;
  }

  /** Ends the server as the protocol has it. */
  async end(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#isEnding = true;
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await ended;
  }

  uriOf(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }

  #hear(method: string): void {
    this.#heard.set(method, performance.now());
    for (const listener of this.#listeners) if (listener.method === method) listener.call();
  }

  #configured(params: unknown): unknown[] {
    const items = typeof params === 'object' && params !== null && 'items' in params ? params.items : [];
    if (!Array.isArray(items)) return [];
    return items.map(({ section }) => this.#server.configuration?.[section] ?? null);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
