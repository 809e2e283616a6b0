import {
  type CodeAction,
  type CodeActionParams,
  type Command,
  type CompletionItem,
  type CompletionList,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type MarkupContent,
  type Position,
  TextDocumentSyncKind,
  WatchKind,
  type WorkDoneProgressServerReporter,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { newManifestRequest } from '../../../protocol/newManifest.ts';
import {
  type ListedPage,
  type PageParams,
  type PagesParams,
  type PagesResult,
  pageRequest,
  pagesRequest,
  type ShownPage,
} from '../../../protocol/page.ts';
import type { Location } from '../../../protocol/place.ts';
import { chooseReportRequest, type ScopeEdit, scopeEditRequest } from '../../../protocol/scope.ts';
import { type Status, statusChangedNotification, statusRequest } from '../../../protocol/status.ts';
import { type TreeNode, treeChangedNotification, treeRequest } from '../../../protocol/tree.ts';
import { subjectsAt } from '../core/features/at/subjectsAt.ts';
import { completionsAt } from '../core/features/completion/completion.ts';
import { shortlist } from '../core/features/completion/shortlist.ts';
import { type CoverageNode, coverageNodes } from '../core/features/coverageTree.ts';
import type { Editing } from '../core/features/editing.ts';
import { type Hover, hoverAt } from '../core/features/hover.ts';
import { catalogFacts } from '../core/formats/catalogFacts.ts';
import { documentEndings } from '../core/formats/layouts/endings.ts';
import { setCategories } from '../core/formats/manifestEdits.ts';
import { newManifest } from '../core/formats/newManifest.ts';
import { manifestName } from '../core/formats/role.ts';
import { type Place, rangeOf } from '../core/model/shape.ts';
import { sourceEndings } from '../core/model/sourceFile.ts';
import { markdownOf, markdownOfBlocks } from '../core/pages/markdown.ts';
import { type Markdown, markdown } from '../core/pages/markdownText.ts';
import { paragraph } from '../core/pages/page.ts';
import { pageInProgram } from '../core/pages/standing.ts';
import { idOf, pageOf, type Subject, subjectOf, subjectsOf } from '../core/pages/subject.ts';
import { reportWords } from '../core/program/reportWords.ts';
import { version } from '../version.ts';
import { below, type Files, isBelow } from '../workspace/files.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import { Workspace, type Place as WorkspacePlace } from '../workspace/workspace.ts';
import { type Abilities, abilitiesOf, leastAbilities } from './abilities.ts';
import { Announcement } from './announcement.ts';
import { Buffers } from './buffers.ts';
import { calledOff } from './calledOff.ts';
import { clientFiles } from './clientFiles.ts';
import { actionKinds, actionsFor } from './codeActions.ts';
import { Diagnostics } from './diagnostics.ts';
import { markup } from './markup.ts';
import { notificationOf, requestOf } from './messages.ts';
import { foldersOf, OpenFolders } from './openFolders.ts';
import { hrefs, locate, pageOfUri, pageScheme, pageUri, shownBlocks } from './pages.ts';
import { type Measured, offsetAt, rangeAt } from './positions.ts';
import { toItem } from './rendering.ts';
import type { Runtime, Watched } from './runtime.ts';
import { unawaited } from './unawaited.ts';
import { UnreadNotice } from './unreadNotice.ts';
import { type EditsContext, plainEdits, textOf } from './workspaceEdits.ts';

/** How soon a tree or the status is said to have changed: to ask for a tree anew takes many requests. */
const announcePace = { gather: 100, apart: 100 };

/** How many changed files are taken note of before others have their turn. */
const handful = 200;

/** How long at most a new day goes unnoticed, in milliseconds. */
const todayDelay = 600_000;
/** The command by which a client that takes no code actions has an edit applied. */
const applyCommand = 'tickmark.applyEdit';
/** Of documents, catalogs, and files that evidence may name; in a glob case matters. */
const endings = [...new Set([...documentEndings, ...sourceEndings])].flatMap(ending => [
  ending,
  ending.toUpperCase(),
]);
/** These, what says which files are ignored, and folders that come and go: their files have no events of their own. */
const watchers = [
  { globPattern: `**/*.{${endings.join(',')}}` },
  { globPattern: '**/.gitignore' },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** Speaks the language server protocol with one client over a connection, which it starts to listen to. */
export function startServer(connection: Connection, runtime: Runtime): void {
  new Server(connection, runtime).listen();
}

class Server {
  readonly #connection: Connection;
  readonly #runtime: Runtime;
  readonly #buffers = new Buffers(fault => this.#connection.console.warn(fault));
  readonly #workspace: Workspace;
  #abilities: Abilities = leastAbilities;
  #diagnostics: Diagnostics;
  readonly #folders: OpenFolders;
  readonly #files: Files;
  #revision = 0;
  readonly #announcement: Announcement;
  readonly #unreadNotice: UnreadNotice;
  #indexing = false;
  /** Asked for; undefined in it where the client would not have it. */
  #progress: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  /** The folders above those that are open, as far up as their repositories reach. */
  #above: readonly string[] = [];
  #watched = '';
  #endWatching: (() => void) | undefined;
  #callOffToday: (() => void) | undefined;
  /** The edits last offered to a client that takes no others than commands, by the number they are asked for with. */
  #offered: readonly WorkspaceEdit[] = [];

  constructor(connection: Connection, runtime: Runtime) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#folders = new OpenFolders(runtime);
    this.#announcement = new Announcement(runtime, announcePace, () => this.#announce());
    this.#files = runtime.filesWith(clientFiles(connection, () => this.#abilities.own.files === true));
    const surroundings = { ...runtime, files: this.#files };
    this.#workspace = new Workspace(surroundings, {
      changed: (keys, edited) => {
        this.#diagnostics.changed(keys, edited);
        this.#announceSoon();
      },
      indexing: progress => this.#showIndexing(progress),
    });
    this.#diagnostics = this.#newDiagnostics();
    this.#unreadNotice = new UnreadNotice(connection, this.#workspace, key => this.#folders.shown(key));
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize(params => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => {
      this.#endWatching?.();
      this.#callOffToday?.();
    });
    connection.onDidOpenTextDocument(({ textDocument: { uri, text, version: counted } }) => {
      const key = this.#runtime.keyOf(uri);
      const buffer = this.#buffers.open(key, uri, text, counted);
      this.#attempt(this.#workspace.setText(key, buffer.text));
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const key = this.#keyOf(textDocument.uri);
      const { encoding } = this.#abilities;
      const buffer = this.#buffers.change(key, contentChanges, encoding, textDocument.version);
      if (buffer) this.#attempt(this.#workspace.setText(key, buffer.text));
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      const key = this.#keyOf(textDocument.uri);
      if (!this.#buffers.close(key, textDocument.uri)) return;
      this.#diagnostics.closed(key);
      this.#attempt(this.#workspace.close(key));
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.#attempt(this.#filesChanged(changes.map(({ uri }) => uri)));
    });
    connection.onCompletion((params, token) =>
      this.#answer<CompletionItem[] | CompletionList>(token, params, [], (editing, offset, measured) => {
        const all = completionsAt(editing, offset);
        const { completions, isIncomplete } = shortlist(all, editing.facts.text, offset);
        const items = completions.map(item => toItem(item, measured, this.#abilities));
        return isIncomplete ? { isIncomplete, items } : items;
      }),
    );
    connection.onHover((params, token) =>
      this.#answer(token, params, null, async (editing, offset, measured, host) => {
        const hover = hoverAt(editing, offset);
        return hover
          ? {
              contents: await this.#hoverContents(host, hover),
              range: rangeAt(measured, hover.range, this.#abilities.encoding),
            }
          : null;
      }),
    );
    connection.onDefinition((params, token) =>
      this.#answer(token, params, [], (editing, offset, _measured, host) =>
        this.#abilities.virtualDocuments ? this.#definitions(host, editing, offset) : [],
      ),
    );
    connection.workspace.textDocumentContent.on(({ uri }) => ({ text: this.#pageText(uri) }));
    connection.onRequest(requestOf(pageRequest), params => this.#page(params));
    connection.onRequest(requestOf(pagesRequest), params => this.#pages(params));
    connection.onCodeAction((params, token) => this.#actions(params, token));
    connection.onExecuteCommand(({ command, arguments: args }) =>
      command === applyCommand ? this.#apply(Number(args?.[0])) : null,
    );
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
      this.#diagnostics.pull(this.#keyOf(textDocument.uri), previousResultId, token),
    );
    connection.onRequest(requestOf(treeRequest), async ({ view, node }) => ({
      revision: this.#revision,
      nodes: view === 'coverage' ? await this.#tree(node) : [],
    }));
    connection.onRequest(requestOf(statusRequest), () => this.#status());
    connection.onRequest(requestOf(chooseReportRequest), ({ root, report }) => {
      const host = this.#hostAt(root);
      return host !== undefined && this.#workspace.chooseReport(host, report);
    });
    connection.onRequest(requestOf(scopeEditRequest), ({ root, categories }) =>
      this.#scopeEdit(root, categories),
    );
    connection.onRequest(requestOf(newManifestRequest), ({ folder, ...program }) => ({
      uri: this.#folders.uriOf(below(this.#runtime.keyOf(folder), manifestName)),
      text: newManifest(program),
    }));
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#abilities = abilitiesOf(params);
    this.#diagnostics = this.#newDiagnostics();
    for (const uri of foldersOf(params)) this.#folders.add(uri);
    const { actions, encoding, pulls, virtualDocuments } = this.#abilities;
    const diagnosticProvider = {
      identifier: 'tickmark',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    };
    return {
      serverInfo: { name: 'tickmark', version },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: ['[', ',', ' ', '.', '-'] },
        hoverProvider: true,
        ...(virtualDocuments ? { definitionProvider: true } : {}),
        ...(actions === 'literal' ? { codeActionProvider: { codeActionKinds: [...actionKinds] } } : {}),
        ...(actions === 'command'
          ? { codeActionProvider: true, executeCommandProvider: { commands: [applyCommand] } }
          : {}),
        ...(pulls ? { diagnosticProvider } : {}),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...(virtualDocuments ? { textDocumentContent: { schemes: [pageScheme] } } : {}),
        },
      },
    };
  }

  async #initialized(): Promise<void> {
    if (this.#abilities.watches) {
      unawaited(() => this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (this.#abilities.folders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.#folders.remove(uri);
        for (const { uri } of added) this.#folders.add(uri);
        this.#attempt(this.#lookIntoFolders());
      });
    }
    this.#followToday();
    this.#attempt(this.#lookIntoFolders());
  }

  async #lookIntoFolders(): Promise<void> {
    this.#watch();
    const read = this.#workspace.setFolders(this.#folders.keys);
    const above = await Promise.all(this.#folders.keys.map(folder => this.#files.upwards(folder)));
    this.#above = [...new Set(above.flatMap(folders => folders.slice(1)))];
    this.#watch();
    await read;
    this.#watch();
    this.#announceSoon();
  }

  /**
   * Watches what the client does not: its folders, where it watches nothing, roots of programs above them, and what decides
   * there about ignored files.
   */
  #watch(): void {
    const folders = this.#folders.keys;
    const above = this.#workspace.programs
      .map(({ folder }) => folder.root)
      .filter(root => !folders.some(folder => root === folder || isBelow(root, folder)));
    const wanted = this.#abilities.watches ? above : outermost([...folders, ...above]);
    const watched: Watched = {
      folders: wanted,
      ignoreFilesIn: this.#above.filter(folder => !wanted.includes(folder)),
    };
    const key = JSON.stringify(watched);
    if (!this.#runtime.watch || key === this.#watched) return;
    this.#watched = key;
    this.#endWatching?.();
    this.#endWatching = this.#runtime.watch(watched, keys =>
      this.#attempt(this.#workspace.filesChanged(keys)),
    );
  }

  #followToday(): void {
    this.#callOffToday = this.#runtime.after(todayDelay, () => {
      this.#workspace.followToday();
      this.#followToday();
    });
  }

  /** Lets work go on by itself; what goes wrong with it is told in the client's log. */
  #attempt(work: Promise<unknown>): void {
    const tell = (error: unknown) =>
      this.#connection.console.error(error instanceof Error ? `${error.stack}` : `${error}`);
    unawaited(() => work.catch(tell));
  }

  #newDiagnostics(): Diagnostics {
    return new Diagnostics({
      connection: this.#connection,
      runtime: this.#runtime,
      files: this.#files,
      workspace: this.#workspace,
      buffers: this.#buffers,
      abilities: this.#abilities,
      uriOf: key => this.#folders.uriOf(key),
    });
  }

  /** Another branch may bring thousands: some are taken note of at a time. */
  async #filesChanged(uris: readonly string[]): Promise<void> {
    for (let from = 0; from < uris.length; from += handful) {
      if (from > 0) await this.#runtime.pause();
      const keys = uris.slice(from, from + handful).map(uri => this.#runtime.keyOf(uri));
      this.#attempt(this.#workspace.filesChanged(keys));
    }
  }

  /**
   * Answers a question about a place in an open document, once everything that came before has been dealt with.
   * @param nothing the answer where the document belongs to no program, or the question was called off
   */
  async #answer<Result>(
    token: { readonly isCancellationRequested: boolean },
    params: {
      readonly textDocument: { readonly uri: string };
      readonly position: { line: number; character: number };
    },
    nothing: Result,
    answer: (
      editing: Editing,
      offset: number,
      measured: Measured,
      host: ProgramHost,
    ) => Result | Promise<Result>,
  ): Promise<Result> {
    await this.#runtime.pause();
    if (token.isCancellationRequested) throw calledOff();
    const key = this.#keyOf(params.textDocument.uri);
    const buffer = this.#buffers.get(key);
    const place = this.#workspace.placeOf(key);
    const editing = buffer && this.#editingOf(key, buffer.text);
    if (!buffer || !place || !editing) return nothing;
    const offset = offsetAt(buffer, params.position, this.#abilities.encoding);
    return answer(editing, offset, buffer, place.host);
  }

  /** The key of a document that the client names. */
  #keyOf(uri: string): string {
    return this.#buffers.keyOf(uri) ?? this.#runtime.keyOf(uri);
  }

  /** What a feature sees of a document; undefined where it belongs to no program. */
  #editingOf(key: string, text: string): Editing | undefined {
    const place = this.#workspace.placeOf(key);
    const facts = place?.host.factsOf(place.path, text);
    return place && facts && { path: place.path, facts, program: place.host.engine.program };
  }

  /** What a fix sees of a file of catalogs, which is no document. */
  #editingOfCatalog(place: WorkspacePlace | undefined, text: string): Editing | undefined {
    if (!place?.host.isCatalogFile(place.path)) return undefined;
    return { path: place.path, facts: catalogFacts(text), program: place.host.engine.program };
  }

  async #actions(
    params: CodeActionParams,
    token: { readonly isCancellationRequested: boolean },
  ): Promise<(CodeAction | Command)[]> {
    await this.#runtime.pause();
    if (token.isCancellationRequested) throw calledOff();
    if (this.#abilities.actions === 'none') return [];
    const { context, range, textDocument } = params;
    const key = this.#keyOf(textDocument.uri);
    const [buffer, place] = [this.#buffers.get(key), this.#workspace.placeOf(key)];
    const editing =
      buffer && (this.#editingOf(key, buffer.text) ?? this.#editingOfCatalog(place, buffer.text));
    if (!buffer || !place || !editing) return [];
    const offset = (position: Position) => offsetAt(buffer, position, this.#abilities.encoding);
    const actions = await actionsFor({
      context: this.#editsContext,
      diagnostics: this.#diagnostics,
      editing,
      place,
      buffer,
      manifest: await this.#manifestOf(place.host),
      range: { start: offset(range.start), end: offset(range.end) },
      only: context.only,
    });
    return this.#abilities.actions === 'literal' ? actions : this.#asCommands(actions);
  }

  #asCommands(actions: readonly CodeAction[]): Command[] {
    this.#offered = actions.flatMap(({ edit }) => edit ?? []);
    return actions.map(({ title }, i) => ({ title, command: applyCommand, arguments: [i] }));
  }

  async #apply(number: number): Promise<null> {
    const edit = this.#offered[number];
    if (edit) await this.#connection.workspace.applyEdit(edit);
    return null;
  }

  async #manifestOf(host: ProgramHost) {
    const path = host.engine.program.manifest?.path;
    const text =
      path === undefined ? undefined : await textOf(this.#editsContext, below(host.folder.root, path));
    const facts = path === undefined || text === undefined ? undefined : host.factsOf(path, text);
    return path === undefined || !facts ? undefined : { path, facts };
  }

  get #editsContext(): EditsContext {
    return {
      files: this.#files,
      buffers: this.#buffers,
      abilities: this.#abilities,
      uriOf: key => this.#diagnostics.uriOf(key),
    };
  }

  /** A hover as the client takes it, with the links that it can follow. */
  async #hoverContents(host: ProgramHost, { blocks, page }: Hover): Promise<MarkupContent | string> {
    const root = this.#folders.uriOf(host.folder.root);
    const showsPage = page !== undefined && this.#abilities.own.pages === true;
    const whole = showsPage ? [paragraph({ text: 'Show Criterion', target: { page } })] : [];
    const all = [...blocks, ...whole];
    const located = await locate(all, target => this.#locationOf(host, target));
    return markup(all, this.#abilities.hover, hrefs(root, located, this.#abilities));
  }

  /** What is cited at an offset, as documents that are the server's to give. */
  #definitions(host: ProgramHost, editing: Editing, offset: number): Location[] {
    const root = this.#folders.uriOf(host.folder.root);
    const start = { line: 0, character: 0 };
    return (subjectsAt(editing, offset)?.subjects ?? []).map(subject => ({
      uri: pageUri({ root, page: idOf(subject) }),
      range: { start, end: start },
    }));
  }

  /** The text of a document that is the server's to give: what a page says, whatever a program has for it. */
  #pageText(uri: string): Markdown {
    const asked = pageOfUri(uri);
    const program = asked && this.#hostAt(asked.root)?.engine.program;
    const subject = program && subjectOf(asked.page, program.catalogs);
    if (!subject) return markdown`There is no such page.\n`;
    return markdownOf(pageOf(subject), hrefs(asked.root, new Map(), { ...this.#abilities, own: {} }));
  }

  async #page({ root, page: asked }: PageParams): Promise<ShownPage | null> {
    const host = this.#hostAt(root);
    const subject = host && subjectOf(asked, host.engine.program.catalogs);
    if (!subject) return null;
    const { title, blocks } = pageInProgram(subject, host.engine.program);
    const located = await locate(blocks, target => this.#locationOf(host, target));
    return { page: idOf(subject), title, blocks: shownBlocks(blocks, located) };
  }

  async #pages({ root, at }: PagesParams): Promise<PagesResult> {
    const catalogs = this.#hostAt(root)?.engine.program.catalogs;
    if (!catalogs) return { pages: [] };
    const pages = subjectsOf(catalogs).map(listed);
    const key = at && this.#keyOf(at.textDocument.uri);
    const buffer = key === undefined ? undefined : this.#buffers.get(key);
    const editing = key !== undefined && buffer && this.#editingOf(key, buffer.text);
    if (!at || !buffer || !editing) return { pages };
    const offset = offsetAt(buffer, at.position, this.#abilities.encoding);
    const [subject] = subjectsAt(editing, offset)?.subjects ?? [];
    return subject ? { pages, here: listed(subject) } : { pages };
  }

  /** Where a place of a record is; undefined where its document is there no more. */
  async #locationOf(
    host: ProgramHost,
    { path, record, at }: { readonly path: string; readonly record: number; readonly at: Place },
  ): Promise<Location | undefined> {
    const key = below(host.folder.root, path);
    const summary = host.engine.program.summary(path);
    const measured = summary && (await this.#diagnostics.measured(key));
    if (!summary || !measured) return undefined;
    const range = rangeAt(measured, rangeOf(summary, record, at), this.#abilities.encoding);
    return { uri: this.#diagnostics.uriOf(key), range };
  }

  async #tree(id: string | undefined): Promise<TreeNode[]> {
    const hosts = this.#workspace.programs;
    if (id === undefined) {
      const single = hosts.length === 1 ? hosts[0] : undefined;
      return single ? this.#nodesOf(single, undefined) : hosts.map(host => this.#programNode(host));
    }
    // An id is that of the program, its root, and behind a bar one of the program's own.
    const [root = '', ...rest] = id.split('|');
    const host = hosts.find(({ folder }) => encodeURIComponent(folder.root) === root);
    return host ? this.#nodesOf(host, rest.length > 0 ? rest.join('|') : undefined) : [];
  }

  #programNode(host: ProgramHost): TreeNode {
    return {
      id: encodeURIComponent(host.folder.root),
      label: nameOf(host),
      description: host.folder.root.slice(host.folder.root.lastIndexOf('/') + 1),
      icon: 'program',
      children: 'expanded',
      context: 'program',
    };
  }

  #nodesOf(host: ProgramHost, id: string | undefined): Promise<TreeNode[]> {
    return Promise.all(coverageNodes(host.engine.program, id).map(node => this.#toNode(host, node)));
  }

  async #toNode(host: ProgramHost, { id, place, page, tooltip, ...node }: CoverageNode): Promise<TreeNode> {
    const location = place && (await this.#locationOf(host, place));
    return {
      ...node,
      tooltip: markdownOfBlocks(tooltip),
      id: `${encodeURIComponent(host.folder.root)}|${id}`,
      ...(location ? { location } : {}),
      ...(page === undefined ? {} : { page: { root: this.#folders.uriOf(host.folder.root), page } }),
    };
  }

  #status(): Status {
    return {
      indexing: this.#indexing,
      programs: this.#workspace.programs.map(host => {
        const { program } = host.engine;
        const { report, catalogs, manifest } = program;
        const summary: Record<string, number> = {};
        for (const id of report.criteria) {
          const { state, marks } = program.standing(report, id);
          const shown = marks[0] ?? state;
          summary[shown] = (summary[shown] ?? 0) + 1;
        }
        return {
          root: this.#folders.uriOf(host.folder.root),
          name: nameOf(host),
          ...(manifest ? { manifest: this.#folders.uriOf(below(host.folder.root, manifest.path)) } : {}),
          reports: program.reports.map(other => ({
            id: other.id,
            name: reportWords(other, catalogs, 'short'),
            words: reportWords(other, catalogs, 'long'),
            kind: other.kind,
            assumed: other.assumed,
          })),
          report: report.id,
          unreadable: this.#workspace.unreadable(host),
          categories: report.catalogs
            .flatMap(name => catalogs.named(name)?.categories ?? [])
            .map(({ id, title }) => ({
              id,
              title,
              chosen: report.categories.includes(id),
            })),
          summary,
        };
      }),
    };
  }

  async #scopeEdit(root: string, categories: readonly string[]): Promise<ScopeEdit | null> {
    const host = this.#hostAt(root);
    const manifest = host && (await this.#manifestOf(host));
    if (!host || !manifest) return null;
    const edits = setCategories(manifest.facts, host.engine.program.report, categories);
    const inManifest = edits.map(edit => ({ ...edit, path: manifest.path }));
    return (await plainEdits(this.#editsContext, host, inManifest)) ?? null;
  }

  #hostAt(root: string): ProgramHost | undefined {
    const key = this.#runtime.keyOf(root);
    return this.#workspace.programs.find(({ folder }) => folder.root === key);
  }

  #announceSoon(): void {
    this.#revision++;
    this.#announcement.soon();
  }

  #announce(): void {
    if (!this.#indexing) this.#unreadNotice.tell();
    const { trees, status } = this.#abilities.own;
    const tree = { view: 'coverage', revision: this.#revision };
    if (trees)
      unawaited(() => this.#connection.sendNotification(notificationOf(treeChangedNotification), tree));
    if (status) unawaited(() => this.#connection.sendNotification(statusChangedNotification.method));
  }

  #showIndexing(progress: { readonly done: number; readonly all: number } | undefined): void {
    const indexing = progress !== undefined;
    if (indexing !== this.#indexing) this.#announceSoon();
    if (!indexing) this.#watch();
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

/** Folders without those that lie in another of them. */
function outermost(folders: readonly string[]): readonly string[] {
  return folders.filter(folder => !folders.some(other => isBelow(folder, other)));
}

function listed(subject: Subject): ListedPage {
  return { page: idOf(subject), title: pageOf(subject).title, kind: subject.kind };
}

function nameOf({ engine, folder }: ProgramHost): string {
  return engine.program.manifest?.shape.organization ?? folder.root.slice(folder.root.lastIndexOf('/') + 1);
}
