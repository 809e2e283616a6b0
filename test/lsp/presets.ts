// What clients say of themselves, and what they do with what they are told.
import {
  type ClientCapabilities,
  CompletionItemKind,
  DiagnosticTag,
  type PublishDiagnosticsClientCapabilities,
  type TextDocumentClientCapabilities,
} from 'vscode-languageserver/node';
import {
  eglot19,
  eglot124,
  helix,
  kate,
  lsp4ij,
  lspMode,
  neovim07,
  neovim011,
  vimLsp,
  visualStudioCode,
  zed,
} from './announcements.ts';

/** A client that announces nothing at all. */
export const nothing: ClientCapabilities = {};

/** Visual Studio Code, as far as it matters here. */
export const likeVsCode: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    workspaceFolders: true,
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      snippetEditSupport: true,
    },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] },
    },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    completion: {
      completionItem: { documentationFormat: ['markdown', 'plaintext'], labelDetailsSupport: true },
      completionItemKind: { valueSet: Object.values(CompletionItemKind) },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } },
      isPreferredSupport: true,
    },
  },
  window: { workDoneProgress: true },
};

/** A client that counts bytes, and nothing else. */
export const countsBytes: ClientCapabilities = {
  general: { positionEncodings: ['utf-8'] },
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** What a client announces, and its habits with diagnostics, as its source has them. */
export interface ClientHabits {
  /** With the version that was looked at. */
  readonly client: string;
  /** Its column in the table of docs/editors.md. */
  readonly column?: string;
  /** Where its source says so: what it announces, and what it does with diagnostics. */
  readonly source: string;
  /** What it announces, as far as the server reads it. */
  readonly announces: ClientCapabilities;
  /** What it asks for all the same. */
  readonly alsoAsks?: readonly (keyof TextDocumentClientCapabilities)[];
  /** What it does when a document is opened and closed, in words. */
  readonly habit: string;
  /** Which pushes an open document shows: every last one, or only one that came at that time. */
  readonly showsPushes: 'of any time' | 'since it was last closed' | 'while it is open';
  /** Whether it pulls an open document, and forgets what it pulled once that is closed, with its result id, or keeps both. */
  readonly pulls: 'never' | 'forgetting' | 'keeping';
}

const pushesOnly = (publishDiagnostics: PublishDiagnosticsClientCapabilities = {}): ClientCapabilities => ({
  textDocument: { publishDiagnostics },
});

/** The clients that the documentation names, and some more. */
export const clients: readonly ClientHabits[] = [
  {
    client: 'Visual Studio Code, vscode-languageclient 11.0.0',
    source: 'fillClientCapabilities in lib/common; lib/common/diagnostic.js; client/findings.ts of ours',
    announces: visualStudioCode,
    habit:
      'It keeps every push beside what it pulls. It pulls a document that it shows in a tab, and forgets what it pulled when that is closed.',
    showsPushes: 'of any time',
    pulls: 'forgetting',
  },
  {
    client: 'Sublime Text, LSP 2.13.0',
    column: 'Sublime Text',
    source:
      'plugin/core/sessions.py, get_initialize_params; plugin/diagnostics.py, DiagnosticsStorage; plugin/session_buffer.py, _on_before_destroy',
    announces: visualStudioCode,
    habit:
      'It keeps pushes, and what it pulled under the identifier of the server, in one place where that has none. It pulls when a document is opened, with the result id of the last pull, however long ago, and clears nothing when it is closed.',
    showsPushes: 'of any time',
    pulls: 'keeping',
  },
  {
    client: 'Neovim 0.7.2',
    source:
      'runtime/lua/vim/lsp/protocol.lua, make_client_capabilities; runtime/lua/vim/lsp/diagnostic.lua, on_publish_diagnostics; runtime/lua/vim/diagnostic.lua, diagnostic_cache',
    announces: neovim07,
    habit:
      'It keeps pushes for a buffer that is not loaded, and shows them when it is. It may clear them when a buffer is unloaded.',
    showsPushes: 'since it was last closed',
    pulls: 'never',
  },
  {
    client: 'Neovim, master of November 2024 (becoming 0.11)',
    column: 'Neovim',
    source: 'runtime/lua/vim/lsp/protocol.lua, make_client_capabilities',
    announces: neovim011,
    habit:
      'As 0.7.2. It also pulls from servers that offer it, but does not say that it can be asked to pull again.',
    showsPushes: 'since it was last closed',
    pulls: 'never',
  },
  {
    client: 'Helix, master of July 2026 (25.7.1)',
    column: 'Helix',
    source:
      'helix-lsp/src/client.rs, initialize; helix-view/src/handlers/lsp.rs, handle_lsp_diagnostics; helix-view/src/editor.rs, doc_diagnostics',
    announces: helix,
    habit: 'It keeps every push by URI, and shows it when the document is opened.',
    showsPushes: 'of any time',
    pulls: 'never',
  },
  {
    client: 'Emacs 28.2, Eglot 1.9',
    source:
      'eglot.el, eglot-client-capabilities and eglot-handle-notification of textDocument/publishDiagnostics',
    announces: eglot19,
    habit:
      'What is pushed while no buffer visits the file is listed for the project (flymake-list-only-diagnostics), and not shown in the buffer once it does.',
    showsPushes: 'while it is open',
    pulls: 'never',
  },
  {
    client: 'Emacs, Eglot 1.24',
    column: 'Eglot',
    source: 'eglot.el, eglot-client-capabilities and eglot--flymake-report-push+pulled',
    announces: eglot124,
    alsoAsks: ['onTypeFormatting'],
    habit:
      'A buffer shows what was pushed before it was visited, until something is pushed to it. It pulls from servers that offer it, and cannot be asked to pull again.',
    showsPushes: 'of any time',
    pulls: 'never',
  },
  {
    client: 'Emacs, lsp-mode 10.0.1',
    column: 'lsp-mode',
    source: 'lsp-mode.el, lsp--client-capabilities and lsp--on-diagnostics',
    announces: lspMode,
    habit:
      'It keeps every push by path. It also pulls from servers that offer it, and says that it cannot be asked to pull again.',
    showsPushes: 'of any time',
    pulls: 'never',
  },
  {
    client: 'Kate, master of August 2026 (26.11.70)',
    column: 'Kate',
    source:
      'addons/lspclient/lspclientserver.cpp, initialize; addons/lspclient/lspclientpluginview.cpp, onDiagnostics and onViewState',
    announces: kate,
    alsoAsks: ['onTypeFormatting'],
    habit:
      'It lists every push by file. It also pulls from servers that offer it, but does not say that it can be asked to pull again.',
    showsPushes: 'of any time',
    pulls: 'never',
  },
  {
    client: 'Zed, master of late 2024',
    column: 'Zed',
    source: 'crates/lsp/src/lsp.rs, default_initialize_params',
    announces: zed,
    habit: 'It keeps every push by path.',
    showsPushes: 'of any time',
    pulls: 'never',
  },
  {
    client: 'Vim, coc.nvim 0.0.82',
    column: 'coc.nvim',
    source:
      'fillClientCapabilities in src/language-client; src/language-client/diagnostic.ts, forgetDocument; src/diagnostic/collection.ts',
    announces: visualStudioCode,
    habit: 'As Visual Studio Code: its client is derived from that one.',
    showsPushes: 'of any time',
    pulls: 'forgetting',
  },
  {
    client: 'Vim, vim-lsp, master of April 2026',
    column: 'vim-lsp',
    source:
      'autoload/lsp.vim, lsp#default_get_supported_capabilities; autoload/lsp/internal/diagnostics/state.vim',
    announces: vimLsp,
    habit: 'It keeps every push by URI, whether a buffer is loaded or not.',
    showsPushes: 'of any time',
    pulls: 'never',
  },
  {
    client: 'JetBrains, LSP4IJ 0.20.1',
    column: 'JetBrains',
    source:
      'ClientCapabilitiesFactory.java; LanguageServerWrapper.java, closedDocuments; LSPDiagnosticsForServer.java, getNewDiagnostics',
    announces: lsp4ij,
    alsoAsks: ['onTypeFormatting', 'selectionRange'],
    habit:
      'It drops what was pushed for a closed file when that is opened. It pulls then, without a result id, and shows equal findings once.',
    showsPushes: 'while it is open',
    pulls: 'forgetting',
  },
  {
    client: 'Vim, ALE 3.3.0',
    source: 'autoload/ale/lsp_linter.vim, HandleLSPDiagnostics',
    announces: pushesOnly({ relatedInformation: true }),
    habit: 'It drops what is pushed for a buffer that it does not check, as one that is not open.',
    showsPushes: 'while it is open',
    pulls: 'never',
  },
  {
    client: 'Vim, ALE, master of August 2026',
    source: 'autoload/ale/lsp.vim, SendInitMessage; autoload/ale/lsp_linter.vim, HandleLSPDiagnostics',
    announces: {
      textDocument: {
        diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
        publishDiagnostics: { relatedInformation: true },
      },
    },
    habit:
      'As 3.3.0. It also pulls from servers that offer it, but does not say that it can be asked to pull again.',
    showsPushes: 'while it is open',
    pulls: 'never',
  },
  {
    client: 'CodeMirror, @codemirror/lsp-client 6.2.2',
    source: 'src/client.ts, clientCapabilities; src/diagnostics.ts, serverDiagnostics',
    announces: {
      textDocument: { diagnostic: {}, publishDiagnostics: { versionSupport: true } },
    },
    habit:
      'It drops what is pushed for a file that no view shows. It never pulls, though it announces that it does.',
    showsPushes: 'while it is open',
    pulls: 'never',
  },
];
