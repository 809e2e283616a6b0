import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MarkupKind,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  type WorkDoneProgressServerReporter,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixesOf } from '../core/editing/actions.ts';
import { type Completion, completionsAt } from '../core/editing/completion.ts';
import { type CoverageNode, coverageNodes } from '../core/editing/coverageTree.ts';
import type { Editing } from '../core/editing/editing.ts';
import { hoverAt } from '../core/editing/hover.ts';
import { setCategories } from '../core/formats/manifestEdits.ts';
import { newManifest } from '../core/formats/newManifest.ts';
import { readDocument } from '../core/formats/readDocument.ts';
import { manifestName } from '../core/formats/role.ts';
import type { TextEdit } from '../core/formats/yamlEdits.ts';
import { rangeOf } from '../core/model/shape.ts';
import { reportWords } from '../core/programme/reportWords.ts';
import { LineTable } from '../core/text/lineTable.ts';
import { sourceOf } from '../core/text/source.ts';
import { version } from '../version.ts';
import { below } from '../workspace/files.ts';
import type { ProgrammeHost } from '../workspace/programmeHost.ts';
import { Workspace } from '../workspace/workspace.ts';
import { Buffers } from './buffers.ts';
import { Diagnostics } from './diagnostics.ts';
import { type Encoding, type Measured, offsetAt, rangeAt } from './positions.ts';
import {
  chooseReportRequest,
  type InitializationOptions,
  newManifestRequest,
  type Status,
  scopeEditRequest,
  statusChangedNotification,
  statusRequest,
  type TreeNode,
  treeChangedNotification,
  treeRequest,
} from './protocol.ts';
import type { Runtime } from './runtime.ts';

/** How long changes gather before a tree or the status is said to have changed, in milliseconds. */
const announceDelay = 100;

/** Speaks the language server protocol with one client over a connection, which it starts to listen to. */
export function startServer(connection: Connection, runtime: Runtime): void {
  new Server(connection, runtime).listen();
}

/** What the client said it can do, as far as it matters here; the least where it said nothing. */
interface Abilities {
  readonly encoding: Encoding;
  readonly pulls: boolean;
  readonly relatedInformation: boolean;
  readonly watches: boolean;
  readonly markdown: boolean;
  readonly progress: boolean;
  readonly literalActions: boolean;
  readonly labelDetails: boolean;
  readonly folders: boolean;
  readonly own: InitializationOptions;
}

class Server {
  readonly #connection: Connection;
  readonly #runtime: Runtime;
  readonly #buffers = new Buffers();
  readonly #workspace: Workspace;
  #abilities: Abilities = leastAbilities;
  #diagnostics: Diagnostics;
  #folders = new Map<string, string>();
  #revision = 0;
  #announcing = false;
  #indexing = false;
  /** Asked for; undefined in it where the client would not have it. */
  #progress: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  #endWatching: (() => void) | undefined;

  constructor(connection: Connection, runtime: Runtime) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#workspace = new Workspace(runtime, {
      changed: keys => {
        this.#diagnostics.changed(keys);
        this.#announceSoon();
      },
      indexing: progress => this.#showIndexing(progress),
    });
    this.#diagnostics = this.#newDiagnostics();
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize(params => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => this.#endWatching?.());
    connection.onDidOpenTextDocument(({ textDocument: { uri, version: number, text } }) => {
      const key = this.#runtime.keyOf(uri);
      this.#buffers.open(key, uri, number, text);
      void this.#workspace.setText(key, text);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const key = this.#runtime.keyOf(textDocument.uri);
      const buffer = this.#buffers.change(
        key,
        textDocument.version,
        contentChanges,
        this.#abilities.encoding,
      );
      if (buffer) void this.#workspace.setText(key, buffer.text);
    });
    connection.onDidCloseTextDocument(async ({ textDocument }) => {
      const key = this.#runtime.keyOf(textDocument.uri);
      this.#buffers.close(key);
      await this.#workspace.close(key);
      this.#diagnostics.closed(key);
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      void this.#workspace.filesChanged(changes.map(({ uri }) => this.#runtime.keyOf(uri)));
    });
    connection.onCompletion((params, token) =>
      this.#answer(token, params, [], (editing, offset, measured) =>
        completionsAt(editing, offset).map(item => this.#toItem(item, measured)),
      ),
    );
    connection.onHover((params, token) =>
      this.#answer(token, params, null, (editing, offset, measured) => {
        const hover = hoverAt(editing, offset);
        return hover
          ? {
              contents: this.#toMarkup(hover.text),
              range: rangeAt(measured, hover.range, this.#abilities.encoding),
            }
          : null;
      }),
    );
    connection.onCodeAction((params, token) => this.#actions(params, token));
    connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
      this.#diagnostics.pull(this.#runtime.keyOf(textDocument.uri), previousResultId),
    );
    connection.onRequest(treeRequest, async ({ node }) => ({
      revision: this.#revision,
      nodes: await this.#tree(node),
    }));
    connection.onRequest(statusRequest, () => this.#status());
    connection.onRequest(chooseReportRequest, ({ root, report }) => {
      const host = this.#hostAt(root);
      return host !== undefined && this.#workspace.chooseReport(host, report);
    });
    connection.onRequest(scopeEditRequest, ({ root, categories }) => this.#scopeEdit(root, categories));
    connection.onRequest(newManifestRequest, ({ folder, ...programme }) => ({
      uri: this.#runtime.uriOf(below(this.#runtime.keyOf(folder), manifestName)),
      text: newManifest(programme),
    }));
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#abilities = abilitiesOf(params);
    this.#diagnostics = this.#newDiagnostics();
    for (const uri of foldersOf(params)) this.#folders.set(uri, this.#runtime.keyOf(uri));
    return {
      serverInfo: { name: 'tickmark', version },
      capabilities: {
        positionEncoding: this.#abilities.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: ['[', ',', ' ', '.', '-'] },
        hoverProvider: true,
        codeActionProvider: this.#abilities.literalActions
          ? { codeActionKinds: [CodeActionKind.QuickFix] }
          : true,
        ...(this.#abilities.pulls
          ? {
              diagnosticProvider: {
                identifier: 'tickmark',
                interFileDependencies: true,
                workspaceDiagnostics: false,
              },
            }
          : {}),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  async #initialized(): Promise<void> {
    if (this.#abilities.watches) {
      const watchers = [{ globPattern: '**/*.{md,markdown,mdx,yaml,yml,md.tmpl}' }];
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (this.#abilities.folders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.#folders.delete(uri);
        for (const { uri } of added) this.#folders.set(uri, this.#runtime.keyOf(uri));
        void this.#lookIntoFolders();
      });
    }
    await this.#lookIntoFolders();
  }

  async #lookIntoFolders(): Promise<void> {
    const folders = [...this.#folders.values()];
    if (!this.#abilities.watches && this.#runtime.watch) {
      this.#endWatching?.();
      this.#endWatching = this.#runtime.watch(folders, keys => void this.#workspace.filesChanged(keys));
    }
    await this.#workspace.setFolders(folders);
    this.#announceSoon();
  }

  #newDiagnostics(): Diagnostics {
    const { encoding, pulls, relatedInformation } = this.#abilities;
    return new Diagnostics(this.#connection, this.#runtime, this.#workspace, this.#buffers, encoding, {
      pulls,
      relatedInformation,
    });
  }

  /**
   * Answers a question about a place in an open document, once everything that came before has been dealt with.
   * @param nothing the answer where the document belongs to no programme, or the question was called off
   */
  async #answer<Result>(
    token: { readonly isCancellationRequested: boolean },
    params: {
      readonly textDocument: { readonly uri: string };
      readonly position: { line: number; character: number };
    },
    nothing: Result,
    answer: (editing: Editing, offset: number, measured: Measured) => Result,
  ): Promise<Result> {
    await this.#runtime.pause();
    if (token.isCancellationRequested) throw calledOff();
    const key = this.#runtime.keyOf(params.textDocument.uri);
    const buffer = this.#buffers.get(key);
    const editing = buffer && this.#editingOf(key, buffer.text);
    if (!buffer || !editing) return nothing;
    return answer(editing, offsetAt(buffer, params.position, this.#abilities.encoding), buffer);
  }

  /** What a feature sees of a document; undefined where it belongs to no programme. */
  #editingOf(key: string, text: string): Editing | undefined {
    const place = this.#workspace.placeOf(key);
    const role = place?.host.roleOf(place.path);
    if (!place || !role) return undefined;
    const { programme } = place.host.engine;
    return { path: place.path, facts: readDocument(text, role, programme.catalogue), programme };
  }

  async #actions(
    params: CodeActionParams,
    token: { readonly isCancellationRequested: boolean },
  ): Promise<CodeAction[]> {
    await this.#runtime.pause();
    if (token.isCancellationRequested) throw calledOff();
    const { context, range, textDocument } = params;
    if (context.only && !context.only.some(kind => CodeActionKind.QuickFix.startsWith(kind))) return [];
    const key = this.#runtime.keyOf(textDocument.uri);
    const [buffer, place] = [this.#buffers.get(key), this.#workspace.placeOf(key)];
    const editing = buffer && this.#editingOf(key, buffer.text);
    if (!buffer || !place || !editing) return [];
    const [start, end] = [range.start, range.end].map(position =>
      offsetAt(buffer, position, this.#abilities.encoding),
    );
    const manifest = await this.#manifestOf(place.host);
    const actions: CodeAction[] = [];
    for (const finding of place.host.engine.findings(place.path)) {
      if (finding.range.end < (start ?? 0) || finding.range.start > (end ?? 0)) continue;
      const diagnostic = await this.#diagnostics.toDiagnostic(finding, place, buffer);
      for (const { title, edits, preferred } of fixesOf(editing, finding, manifest)) {
        const edit = await this.#toWorkspaceEdit(place.host, edits);
        if (!edit) continue;
        actions.push({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          isPreferred: preferred,
          edit,
        });
      }
    }
    return actions;
  }

  async #manifestOf(host: ProgrammeHost) {
    const path = host.engine.programme.manifest?.path;
    const role = path === undefined ? undefined : host.roleOf(path);
    if (path === undefined || !role) return undefined;
    const text = await this.#textOf(below(host.folder.root, path));
    return text === undefined
      ? undefined
      : { path, facts: readDocument(text, role, host.engine.programme.catalogue) };
  }

  /** A document's text: its buffer, else its file. */
  async #textOf(key: string): Promise<string | undefined> {
    const buffer = this.#buffers.get(key);
    if (buffer) return buffer.text;
    const content = await this.#runtime.files.read(key);
    return content === undefined ? undefined : sourceOf(content).text;
  }

  async #toWorkspaceEdit(
    host: ProgrammeHost,
    edits: readonly (TextEdit & { readonly path: string })[],
  ): Promise<WorkspaceEdit | undefined> {
    const changes: NonNullable<WorkspaceEdit['changes']> = {};
    for (const { path, start, end, text } of edits) {
      const key = below(host.folder.root, path);
      const content = await this.#textOf(key);
      if (content === undefined) return undefined;
      const measured = this.#buffers.get(key) ?? { lines: new LineTable(content), text: content };
      const range = rangeAt(measured, { start, end }, this.#abilities.encoding);
      (changes[this.#diagnostics.uriOf(key)] ??= []).push({ range, newText: text });
    }
    return { changes };
  }

  #toItem(
    { label, kind, detail, documentation, text, start, end, order, filter }: Completion,
    measured: Measured,
  ): CompletionItem {
    const kindOf = {
      criterion: CompletionItemKind.Reference,
      record: CompletionItemKind.File,
      person: CompletionItemKind.Value,
      word: CompletionItemKind.EnumMember,
      key: CompletionItemKind.Property,
    } as const;
    return {
      label,
      kind: kindOf[kind],
      detail,
      // A detail is shown of the item in focus only.
      ...(this.#abilities.labelDetails && detail ? { labelDetails: { description: detail } } : {}),
      ...(documentation ? { documentation: this.#toMarkup(documentation) } : {}),
      sortText: order,
      filterText: filter,
      textEdit: { range: rangeAt(measured, { start, end }, this.#abilities.encoding), newText: text },
    };
  }

  #toMarkup(markdown: string) {
    return this.#abilities.markdown
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: markdown.replace(/\*\*|`/g, '').replace(/^\*(.*)\*$/gm, '$1') };
  }

  async #tree(id: string | undefined): Promise<TreeNode[]> {
    const hosts = this.#workspace.programmes;
    if (id === undefined) {
      const single = hosts.length === 1 ? hosts[0] : undefined;
      return single ? this.#nodesOf(single, undefined) : hosts.map(host => this.#programmeNode(host));
    }
    // An id is the programme's number of its root and the rest its own.
    const [root = '', ...rest] = id.split('|');
    const host = hosts.find(({ folder }) => folder.root === decodeURIComponent(root));
    return host ? this.#nodesOf(host, rest.length > 0 ? rest.join('|') : undefined) : [];
  }

  #programmeNode(host: ProgrammeHost): TreeNode {
    return {
      id: encodeURIComponent(host.folder.root),
      label: nameOf(host),
      description: host.folder.root.slice(host.folder.root.lastIndexOf('/') + 1),
      icon: 'programme',
      children: 'expanded',
      context: 'programme',
    };
  }

  #nodesOf(host: ProgrammeHost, id: string | undefined): Promise<TreeNode[]> {
    return Promise.all(coverageNodes(host.engine.programme, id).map(node => this.#toNode(host, node)));
  }

  async #toNode(host: ProgrammeHost, { id, place, ...node }: CoverageNode): Promise<TreeNode> {
    const whole = { ...node, id: `${encodeURIComponent(host.folder.root)}|${id}` };
    const summary = place && host.engine.programme.summary(place.path);
    const key = place && below(host.folder.root, place.path);
    const measured = key === undefined ? undefined : await this.#diagnostics.measured(key);
    if (!place || !summary || key === undefined || !measured) return whole;
    const range = rangeAt(measured, rangeOf(summary, place.record, place.at), this.#abilities.encoding);
    return { ...whole, location: { uri: this.#diagnostics.uriOf(key), range } };
  }

  #status(): Status {
    return {
      indexing: this.#indexing,
      programmes: this.#workspace.programmes.map(host => {
        const { programme } = host.engine;
        const { report, catalogue, manifest } = programme;
        const summary: Record<string, number> = {};
        for (const id of report.criteria) {
          const { state, marks } = programme.coverage(report, id);
          const shown = marks[0] ?? state;
          summary[shown] = (summary[shown] ?? 0) + 1;
        }
        return {
          root: this.#runtime.uriOf(host.folder.root),
          name: nameOf(host),
          ...(manifest ? { manifest: this.#runtime.uriOf(below(host.folder.root, manifest.path)) } : {}),
          reports: programme.reports.map(other => ({
            id: other.id,
            name: reportWords(other, catalogue, 'short'),
            words: reportWords(other, catalogue, 'long'),
            kind: other.kind,
            assumed: other.assumed,
          })),
          report: report.id,
          categories: catalogue.categories.map(({ id, title }) => ({
            id,
            title,
            chosen: report.categories.includes(id),
          })),
          summary,
        };
      }),
    };
  }

  async #scopeEdit(root: string, categories: readonly string[]): Promise<WorkspaceEdit | null> {
    const host = this.#hostAt(root);
    const manifest = host && (await this.#manifestOf(host));
    if (!host || !manifest) return null;
    const edits = setCategories(manifest.facts, host.engine.programme.report, categories);
    return (
      (await this.#toWorkspaceEdit(
        host,
        edits.map(edit => ({ ...edit, path: manifest.path })),
      )) ?? null
    );
  }

  #hostAt(root: string): ProgrammeHost | undefined {
    const key = this.#runtime.keyOf(root);
    return this.#workspace.programmes.find(({ folder }) => folder.root === key);
  }

  #announceSoon(): void {
    this.#revision++;
    if (this.#announcing) return;
    this.#announcing = true;
    this.#runtime.after(announceDelay, () => {
      this.#announcing = false;
      const { trees, status } = this.#abilities.own;
      if (trees) {
        void this.#connection.sendNotification(treeChangedNotification, {
          view: 'coverage',
          revision: this.#revision,
        });
      }
      if (status) void this.#connection.sendNotification(statusChangedNotification);
    });
  }

  #showIndexing(progress: { readonly done: number; readonly all: number } | undefined): void {
    const indexing = progress !== undefined;
    if (indexing !== this.#indexing) this.#announceSoon();
    this.#indexing = indexing;
    if (!this.#abilities.progress) return;
    if (!progress) {
      void this.#progress?.then(reporter => reporter?.done());
      this.#progress = undefined;
      return;
    }
    // Only work that takes more than one slice is worth a word.
    if (progress.done === 0) return;
    const percentage = Math.floor((100 * progress.done) / progress.all);
    if (this.#progress) {
      const words = `${progress.done} of ${progress.all} documents`;
      void this.#progress.then(reporter => reporter?.report(percentage, words));
      return;
    }
    this.#progress = this.#connection.window.createWorkDoneProgress().then(
      reporter => {
        reporter.begin('Tickmark: reading control documentation', percentage, undefined, false);
        return reporter;
      },
      () => undefined,
    );
  }
}

function nameOf({ engine, folder }: ProgrammeHost): string {
  return engine.programme.manifest?.shape.organization ?? folder.root.slice(folder.root.lastIndexOf('/') + 1);
}

const leastAbilities: Abilities = {
  encoding: 'utf-16',
  pulls: false,
  relatedInformation: false,
  watches: false,
  markdown: false,
  progress: false,
  literalActions: false,
  labelDetails: false,
  folders: false,
  own: {},
};

function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const { general, textDocument, workspace, window } = capabilities;
  const encodings = general?.positionEncodings;
  // UTF-16 is what the texts are made of, so it is taken wherever it is offered, or nothing is.
  const only8 =
    encodings &&
    !encodings.includes(PositionEncodingKind.UTF16) &&
    encodings.includes(PositionEncodingKind.UTF8);
  return {
    encoding: only8 ? 'utf-8' : 'utf-16',
    pulls: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    progress: window?.workDoneProgress === true,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    folders: workspace?.workspaceFolders === true,
    own: ownOptions(initializationOptions),
  };
}

function ownOptions(options: unknown): InitializationOptions {
  if (typeof options !== 'object' || options === null) return {};
  const says = (name: string) =>
    Object.entries(options).some(([key, value]) => key === name && value === true);
  return { trees: says('trees'), status: says('status'), files: says('files') };
}

/** The folders that are open; older clients know one, or only its path. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [`file://${rootPath.startsWith('/') ? '' : '/'}${rootPath.replace(/\\/g, '/')}`] : [];
}

function calledOff(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'called off');
}
