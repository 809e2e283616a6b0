import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../version.ts';
import { Announcement } from './announcement.ts';
import { Configuration } from './configuration.ts';
import { ServerContext } from './context.ts';
import { features } from './features/features.ts';
import type { Runtime } from './runtime.ts';
import { unawaited } from './unawaited.ts';
import { UnreadNotice } from './unreadNotice.ts';
import { Watching } from './watching.ts';
import { type Done, WorkProgress } from './workProgress.ts';

/** How soon a tree or the status is said to have changed: to ask for a tree anew takes many requests. */
const announcePace = { gather: 100, apart: 100 };

/** How long at most a new day goes unnoticed, in milliseconds. */
const todayDelay = 600_000;

/** Speaks the language server protocol with one client over a connection, which it starts to listen to. */
export function startServer(connection: Connection, runtime: Runtime): void {
  new Server(connection, runtime).listen();
}

/** Takes up the documents, files and folders of a client, and has the features answer what it asks. */
class Server {
  readonly #context: ServerContext;
  readonly #announcement: Announcement;
  readonly #progress: WorkProgress;
  readonly #unreadNotice: UnreadNotice;
  readonly #watching: Watching;
  readonly #configuration: Configuration;
  #callOffToday: (() => void) | undefined;

  constructor(connection: Connection, runtime: Runtime) {
    this.#context = new ServerContext(connection, runtime, {
      changed: (keys, edited) => {
        this.#context.diagnostics.changed(keys, edited);
        this.#announceSoon();
      },
      indexing: progress => this.#showIndexing(progress),
    });
    const { folders, workspace } = this.#context;
    this.#announcement = new Announcement(runtime, announcePace, () => this.#announce());
    this.#progress = new WorkProgress(this.#context, 'Tickmark: reading control documentation');
    this.#unreadNotice = new UnreadNotice(connection, workspace, folders);
    this.#watching = new Watching(this.#context, work => this.#attempt(work));
    this.#configuration = new Configuration(this.#context, () => this.#announceSoon());
  }

  listen(): void {
    const { connection } = this.#context;
    connection.onInitialize(params => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => {
      this.#watching.end();
      this.#callOffToday?.();
    });
    this.#takeUpDocuments();
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.#attempt(this.#watching.changed(changes.map(({ uri }) => uri)));
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#attempt(this.#configuration.changed(settings));
    });
    for (const { answers } of features)
      for (const answer of answers) answer.listen(connection, this.#context);
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#context.introduce(params);
    const { abilities } = this.#context;
    let capabilities: ServerCapabilities = {
      positionEncoding: abilities.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    };
    for (const { announces } of features) {
      const own = announces?.(abilities) ?? {};
      const workspace = { ...capabilities.workspace, ...own.workspace };
      capabilities = { ...capabilities, ...own, workspace };
    }
    return { serverInfo: { name: 'tickmark', version }, capabilities };
  }

  #initialized(): void {
    const { abilities, connection, folders } = this.#context;
    this.#watching.register();
    this.#configuration.register();
    if (abilities.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.remove(uri);
        for (const { uri } of added) folders.add(uri);
        this.#attempt(this.#openFolders());
      });
    }
    this.#updateToday();
    this.#attempt(this.#openFolders());
  }

  #takeUpDocuments(): void {
    const { buffers, connection, runtime, workspace } = this.#context;
    connection.onDidOpenTextDocument(({ textDocument: { uri, text, version: counted } }) => {
      const key = runtime.keyOf(uri);
      const buffer = buffers.open(key, uri, text, counted);
      this.#attempt(workspace.setText(key, buffer.text));
      this.#context.diagnostics.opened(key);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const key = this.#context.keyOf(textDocument.uri);
      const { encoding } = this.#context.abilities;
      const buffer = buffers.change(key, contentChanges, encoding, textDocument.version);
      if (buffer) this.#attempt(workspace.setText(key, buffer.text));
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      const key = this.#context.keyOf(textDocument.uri);
      if (!buffers.close(key, textDocument.uri)) return;
      this.#context.diagnostics.closed(key);
      this.#attempt(workspace.close(key));
    });
  }

  async #openFolders(): Promise<void> {
    const { folders, workspace } = this.#context;
    this.#watching.update();
    const read = workspace.setFolders(folders.keys);
    await this.#watching.lookAbove();
    await read;
    this.#watching.update();
    this.#announceSoon();
  }

  #updateToday(): void {
    const { runtime, workspace } = this.#context;
    this.#callOffToday = runtime.after(todayDelay, () => {
      workspace.updateToday();
      this.#updateToday();
    });
  }

  /** Lets work go on by itself; what goes wrong with it is told in the client's log. */
  #attempt(work: Promise<unknown>): void {
    const tell = (error: unknown) =>
      this.#context.connection.console.error(error instanceof Error ? `${error.stack}` : `${error}`);
    unawaited(() => work.catch(tell));
  }

  #announceSoon(): void {
    this.#context.revision++;
    this.#announcement.soon();
  }

  #announce(): void {
    if (!this.#context.indexing) this.#unreadNotice.tell();
    for (const { changed } of features) changed?.(this.#context);
  }

  #showIndexing(progress: Done): void {
    const indexing = progress !== undefined;
    if (indexing !== this.#context.indexing) this.#announceSoon();
    if (!indexing) this.#watching.update();
    this.#context.indexing = indexing;
    this.#progress.show(progress);
  }
}
