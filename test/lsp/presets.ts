// What clients say of themselves, and what they do with what they are told.
import {
  type ClientCapabilities,
  CompletionItemKind,
  DiagnosticTag,
  type PublishDiagnosticsClientCapabilities,
} from 'vscode-languageserver/node';

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

/** A client's habits with diagnostics, as its source has them. */
export interface ClientHabits {
  /** With the version that was looked at. */
  readonly client: string;
  /** Where its source says so. */
  readonly source: string;
  /** What it announces, as far as diagnostics are concerned. */
  readonly announces: ClientCapabilities;
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
const tagSupport = { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] };

/** The clients that the documentation names, and two more. */
export const clients: readonly ClientHabits[] = [
  {
    client: 'Visual Studio Code, vscode-languageclient 11.0.0',
    source: 'lib/common/diagnostic.js; client/findings.ts of ours',
    announces: likeVsCode,
    habit:
      'It keeps every push beside what it pulls. It pulls a document that it shows in a tab, and forgets what it pulled when that is closed.',
    showsPushes: 'of any time',
    pulls: 'forgetting',
  },
  {
    client: 'Sublime Text, LSP 2.13.0',
    source: 'plugin/diagnostics.py, DiagnosticsStorage; plugin/session_buffer.py, _on_before_destroy',
    announces: {
      workspace: { diagnostics: { refreshSupport: true } },
      textDocument: {
        diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
        publishDiagnostics: { relatedInformation: true, tagSupport, codeDescriptionSupport: true },
      },
    },
    habit:
      'It keeps pushes, and what it pulled under the identifier of the server, in one place where that has none. It pulls when a document is opened, with the result id of the last pull, however long ago, and clears nothing when it is closed.',
    showsPushes: 'of any time',
    pulls: 'keeping',
  },
  {
    client: 'Neovim 0.7.2',
    source:
      'runtime/lua/vim/lsp/diagnostic.lua, on_publish_diagnostics; runtime/lua/vim/diagnostic.lua, diagnostic_cache',
    announces: pushesOnly({ relatedInformation: true, tagSupport }),
    habit:
      'It keeps pushes for a buffer that is not loaded, and shows them when it is. It may clear them when a buffer is unloaded.',
    showsPushes: 'since it was last closed',
    pulls: 'never',
  },
  {
    client: 'Helix, master of July 2026 (25.7.1)',
    source:
      'helix-view/src/handlers/lsp.rs, handle_lsp_diagnostics; helix-view/src/editor.rs, doc_diagnostics',
    announces: {
      // Under another name than the protocol has: `workspace.diagnostic`. So it does not say that it can be asked to pull again.
      ...pushesOnly({ tagSupport, versionSupport: true }),
      workspace: { workspaceFolders: true },
    },
    habit: 'It keeps every push by URI, and shows it when the document is opened.',
    showsPushes: 'of any time',
    pulls: 'never',
  },
  {
    client: 'Emacs 28.2, Eglot 1.9',
    source: 'eglot.el, eglot-handle-notification of textDocument/publishDiagnostics',
    announces: pushesOnly({ relatedInformation: false, codeDescriptionSupport: false, tagSupport }),
    habit:
      'What is pushed while no buffer visits the file is listed for the project (flymake-list-only-diagnostics), and not shown in the buffer once it does.',
    showsPushes: 'while it is open',
    pulls: 'never',
  },
  {
    client: 'Emacs, Eglot 1.24',
    source: 'eglot.el, eglot--flymake-report-push+pulled',
    announces: {
      textDocument: {
        diagnostic: { dynamicRegistration: false },
        publishDiagnostics: { versionSupport: true, tagSupport },
      },
    },
    habit:
      'A buffer shows what was pushed before it was visited, until something is pushed to it. It pulls from servers that offer it, and cannot be asked to pull again.',
    showsPushes: 'of any time',
    pulls: 'never',
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
