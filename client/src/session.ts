// All that needs the language client, and so loads slowly: extension.ts imports it only once there is something to do.
import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import {
  type AddEvidenceParams,
  type AddEvidenceResult,
  addEvidenceRequest,
} from '../../protocol/addEvidence.ts';
import type { DocumentEdits } from '../../protocol/documentEdits.ts';
import { documentStandingRequest } from '../../protocol/documentStanding.ts';
import { listFilesRequest, readFileRequest } from '../../protocol/files.ts';
import type { InitializationOptions } from '../../protocol/initialization.ts';
import type { Request } from '../../protocol/message.ts';
import {
  type NewManifestParams,
  type NewManifestResult,
  newManifestRequest,
} from '../../protocol/newManifest.ts';
import { type NewRecordParams, type NewRecordResult, newRecordRequest } from '../../protocol/newRecord.ts';
import {
  type PageParams,
  type PagesParams,
  type PagesResult,
  pageRequest,
  pagesRequest,
  type ShownPage,
} from '../../protocol/page.ts';
import { type PresetEditParams, type PresetEditResult, presetEditRequest } from '../../protocol/preset.ts';
import {
  type AcceptParams,
  acceptRequest,
  type ProposalsParams,
  type ProposalsResult,
  proposalsRequest,
} from '../../protocol/proposals.ts';
import {
  type ChooseReportParams,
  chooseReportRequest,
  type ScopeEditParams,
  scopeEditRequest,
} from '../../protocol/scope.ts';
import {
  type StartFolderParams,
  type StartFolderResult,
  startFolderRequest,
} from '../../protocol/startFolder.ts';
import { statusChangedNotification, statusRequest } from '../../protocol/status.ts';
import { type TreeNode, treeChangedNotification, treeRequest } from '../../protocol/tree.ts';
import { applyEdits } from './applyEdits.ts';
import { completions } from './completions.ts';
import { documents, listAll, readText, registers } from './files.ts';
import { KeptFindings } from './findings.ts';
import { lenses } from './lenses.ts';
import { notificationOf, requestOf } from './messages.ts';
import { CurrentStatus } from './status.ts';
import { showDocumentStatus } from './views/documentStatus.ts';
import { EvidenceDrop } from './views/evidenceDrop.ts';
import { EvidenceView } from './views/evidenceView.ts';
import { gapsBadge } from './views/gapsBadge.ts';
import { withoutLinks } from './views/labels.ts';
import { PageView } from './views/pageView.ts';
import { ServerTree } from './views/serverTree.ts';
import { showNextPreset, showStatusBar } from './views/statusBar.ts';
import { unreadWords } from './views/unreadWords.ts';

/** Builds the language client that suits the extension host; it is not yet started. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** A running server, with what is shown of it and what commands may ask of it. */
export interface Session extends vscode.Disposable {
  readonly status: CurrentStatus;
  readonly coverage: { readonly tree: ServerTree; readonly view: vscode.TreeView<TreeNode> };
  readonly evidence: EvidenceView;
  readonly audit: { readonly tree: ServerTree; readonly view: vscode.TreeView<TreeNode> };
  readonly pageView: PageView;
  /** What a page says; null where there is no such page. */
  readonly page: (params: PageParams) => Promise<ShownPage | null>;
  /** Everything that the view can show for the program of this root, and what is cited at the cursor of an editor. */
  readonly pages: (root: string, editor: vscode.TextEditor | undefined) => Promise<PagesResult>;
  /** Shows the views although nothing is recognized (yet). */
  readonly show: () => Thenable<void>;
  readonly chooseReport: (params: ChooseReportParams) => Promise<boolean>;
  /** Null where there is no manifest to be edited. */
  readonly scopeEdit: (params: ScopeEditParams) => Promise<DocumentEdits | null>;
  /** What another preset shows, and the edit that names it; null where the manifest names no preset. */
  readonly presetEdit: (params: PresetEditParams) => Promise<PresetEditResult | null>;
  readonly proposals: (params: ProposalsParams) => Promise<ProposalsResult>;
  /** Null where nothing can be edited. */
  readonly acceptedEdit: (params: AcceptParams) => Promise<DocumentEdits | null>;
  /** Makes such edits; false where a document has changed since, or cannot be edited. */
  readonly apply: (
    edits: DocumentEdits,
    metadata?: vscode.WorkspaceEditMetadata,
    also?: (edit: vscode.WorkspaceEdit) => void,
  ) => Promise<boolean>;
  readonly startFolder: (params: StartFolderParams) => Promise<StartFolderResult>;
  readonly newManifest: (params: NewManifestParams) => Promise<NewManifestResult>;
  /** What is to be asked next of a new record, or the record. */
  readonly newRecord: (params: NewRecordParams) => Promise<NewRecordResult>;
  /** What is to be asked next of evidence that is to be added, or what adds it. */
  readonly addEvidence: (params: AddEvidenceParams) => Promise<AddEvidenceResult>;
}

/**
 * Starts the language server and shows what it says. Rejects where it cannot be started; then nothing is left behind.
 * @param output takes what the server and the client log
 * @param memento keeps what was chosen in the workspace
 */
export async function startSession(
  createClient: CreateClient,
  output: vscode.LogOutputChannel,
  memento: vscode.Memento,
): Promise<Session> {
  const findings = new KeptFindings();
  const documentSelector = selector();
  const client: BaseLanguageClient = await createClient({
    documentSelector,
    outputChannel: output,
    initializationOptions: {
      trees: true,
      status: true,
      pages: true,
      newRecords: true,
      proposals: true,
      lenses: true,
      files: true,
      markdown: true,
      markdownRename: true,
      otherFormatters: true,
      rulePages: 'tickmark:/{rule}.md?{root}',
    } satisfies InitializationOptions,
    // What the server shows may link to pages; no other command runs from it.
    markdown: { isTrusted: { enabledCommands: ['tickmark.showCriterion'] } },
    diagnosticPullOptions: { onChange: true },
    middleware: { ...completions, ...lenses, ...findings.middleware(() => client) },
  });
  const ask = <Params, Result>({ method }: Request<Params, Result>, params: Params): Promise<Result> =>
    client.sendRequest<Result>(method, params);
  const status = new CurrentStatus(() => ask(statusRequest, {}));
  const tree = new ServerTree(
    () => ({ view: 'coverage' }),
    params => ask(treeRequest, params),
  );
  const view = vscode.window.createTreeView('tickmark.coverage', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const auditTree = new ServerTree(
    () => ({ view: 'audit' }),
    params => ask(treeRequest, params),
  );
  const auditView = vscode.window.createTreeView('tickmark.audit', {
    treeDataProvider: auditTree,
    showCollapseAll: true,
  });
  const evidence = new EvidenceView(memento, params => ask(treeRequest, params), new EvidenceDrop());
  const page = (params: PageParams) => ask(pageRequest, params);
  const pageView = new PageView(page);
  const parts = vscode.Disposable.from(
    { dispose: () => void client.dispose() },
    status,
    tree,
    view,
    evidence,
    auditTree,
    auditView,
    pageView,
    findings.keepFor(client),
    showStatusBar(status),
    showNextPreset(status),
    showDocumentStatus(status, documentSelector, uri =>
      ask(documentStandingRequest, {
        textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
      }),
    ),
    status.onDidChange(() => setContexts(status)),
    status.onDidChange(() => {
      view.badge = gapsBadge(status);
      view.message = withoutLinks(unreadWords(status.programs.flatMap(({ unreadable }) => unreadable)) ?? '');
    }),
    client.onRequest(requestOf(listFilesRequest), ({ folder }) => listAll(vscode.Uri.parse(folder))),
    client.onRequest(requestOf(readFileRequest), ({ uri }) => readText(vscode.Uri.parse(uri))),
    client.onNotification(notificationOf(treeChangedNotification), changed => {
      if (changed.view === 'evidence') return evidence.tree.changed();
      if (changed.view === 'audit') return auditTree.changed();
      tree.changed();
      return pageView.refresh();
    }),
    client.onNotification(statusChangedNotification.method, () => status.refresh()),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      tree.restarted();
      evidence.tree.restarted();
      auditTree.restarted();
      void status.refresh();
    }),
  );
  try {
    await client.start();
  } catch (error) {
    parts.dispose();
    throw error;
  }
  return {
    status,
    coverage: { tree, view },
    evidence,
    audit: { tree: auditTree, view: auditView },
    pageView,
    page,
    pages: (root, editor) => ask(pagesRequest, { root, ...cursorOf(editor, client) }),
    show: () => setContext('active', true),
    chooseReport: params => ask(chooseReportRequest, params),
    scopeEdit: params => ask(scopeEditRequest, params),
    presetEdit: params => ask(presetEditRequest, params),
    proposals: params => ask(proposalsRequest, params),
    acceptedEdit: params => ask(acceptRequest, params),
    apply: (edits, metadata, also) => applyEdits(edits, client, metadata, also),
    startFolder: params => ask(startFolderRequest, params),
    newManifest: params => ask(newManifestRequest, params),
    newRecord: params => ask(newRecordRequest, params),
    addEvidence: params => ask(addEvidenceRequest, params),
    dispose: () => parts.dispose(),
  };
}

function cursorOf(
  editor: vscode.TextEditor | undefined,
  client: BaseLanguageClient,
): Pick<PagesParams, 'at'> {
  if (editor === undefined) return {};
  const { document, selection } = editor;
  return { at: client.code2ProtocolConverter.asTextDocumentPositionParams(document, selection.active) };
}

function selector(): { readonly scheme: string; readonly pattern: string }[] {
  const schemes = new Set(vscode.workspace.workspaceFolders?.map(({ uri }) => uri.scheme));
  return [...schemes].flatMap(scheme => [documents, registers].map(pattern => ({ scheme, pattern })));
}

/** Tells VS Code what of the package's contributions makes sense now. */
function setContexts({ indexing, programs }: CurrentStatus): void {
  // What was shown once stays: a manifest may be gone for a moment only.
  if (programs.length > 0) void setContext('active', true);
  void setContext('settled', !indexing);
  void setContext(
    'manifest',
    programs.some(({ manifest }) => manifest !== undefined),
  );
  void setContext(
    'choice',
    programs.some(({ reports }) => reports.length > 1),
  );
}

function setContext(name: string, value: boolean): Thenable<void> {
  return vscode.commands.executeCommand('setContext', `tickmark.${name}`, value);
}
