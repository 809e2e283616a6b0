// What clients say of themselves.
import type { ClientCapabilities } from 'vscode-languageserver/node';

/** A client that announces nothing at all. */
export const nothing: ClientCapabilities = {};

/** Visual Studio Code, as far as it matters here. */
export const likeVsCode: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    workspaceFolders: true,
    applyEdit: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    completion: {
      completionItem: { documentationFormat: ['markdown', 'plaintext'], labelDetailsSupport: true },
      completionItemKind: { valueSet: Array.from({ length: 25 }, (_, i) => (i + 1) as 1) },
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
