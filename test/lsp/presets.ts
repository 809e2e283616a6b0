// What clients say of themselves.
import { type ClientCapabilities, CompletionItemKind, DiagnosticTag } from 'vscode-languageserver/node';

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
