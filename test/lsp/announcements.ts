// What clients announce, as far as the server reads it, from their sources. Each name has the version that was looked at in
// presets.ts.
import {
  type ClientCapabilities,
  CompletionItemKind,
  DiagnosticTag,
  MarkupKind,
  type ResourceOperationKind,
  type SemanticTokensClientCapabilities,
} from 'vscode-languageserver/node';

const bothTexts = [MarkupKind.Markdown, MarkupKind.PlainText];
const allKinds = { valueSet: Object.values(CompletionItemKind) };
const bothTags = { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] };
const links = { linkSupport: true };
const refreshed = { refreshSupport: true };
const dynamic = { dynamicRegistration: true };
const fileOperations: ResourceOperationKind[] = ['create', 'rename', 'delete'];
const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } };
const resolvesDocumentation = { properties: ['documentation', 'additionalTextEdits'] };

/** The list of token types is left out: the server sends its own, and a client shows those that it knows. */
const tokens: SemanticTokensClientCapabilities = {
  requests: { full: true },
  tokenTypes: [],
  tokenModifiers: [],
  formats: ['relative'],
};
const tokensByDelta: SemanticTokensClientCapabilities = { ...tokens, requests: { full: { delta: true } } };

/** What most clients take of everything that leads somewhere. */
const leading = { definition: links, declaration: links, implementation: links };

/** Sublime Text and coc.nvim announce the same, as far as the server reads it. */
export const visualStudioCode: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: fileOperations,
      changeAnnotationSupport: { groupsOnLabel: true },
      snippetEditSupport: true,
    },
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: dynamic,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    fileOperations: { dynamicRegistration: true, willRename: true },
    diagnostics: refreshed,
    semanticTokens: refreshed,
    codeLens: refreshed,
    inlayHint: refreshed,
    textDocumentContent: dynamic,
  },
  textDocument: {
    ...leading,
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: bothTags },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
    completion: {
      completionItem: {
        documentationFormat: bothTexts,
        snippetSupport: true,
        labelDetailsSupport: true,
        resolveSupport: resolvesDocumentation,
      },
      completionItemKind: allKinds,
    },
    hover: { contentFormat: bothTexts },
    codeAction: { ...literals, isPreferredSupport: true },
    rename: { prepareSupport: true, honorsChangeAnnotations: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    codeLens: dynamic,
    inlayHint: dynamic,
    semanticTokens: tokensByDelta,
    foldingRange: dynamic,
    selectionRange: dynamic,
    callHierarchy: dynamic,
    onTypeFormatting: dynamic,
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

/** Where the hierarchy of calls is announced is not where the protocol has it. */
export const neovim07: ClientCapabilities & { readonly callHierarchy: object } = {
  callHierarchy: { dynamicRegistration: false },
  workspace: {
    applyEdit: true,
    workspaceEdit: { resourceOperations: fileOperations },
    workspaceFolders: true,
  },
  textDocument: {
    ...leading,
    publishDiagnostics: { relatedInformation: true, tagSupport: bothTags },
    completion: {
      completionItem: { snippetSupport: false, documentationFormat: bothTexts },
      completionItemKind: { valueSet: [] },
    },
    hover: { contentFormat: bothTexts },
    codeAction: literals,
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  window: { workDoneProgress: true, showDocument: { support: false } },
};

export const neovim011: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
  workspace: {
    applyEdit: true,
    workspaceEdit: { resourceOperations: fileOperations },
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: false },
    // It watches on macOS and Windows only.
    didChangeWatchedFiles: { dynamicRegistration: false, relativePatternSupport: true },
    semanticTokens: refreshed,
    inlayHint: refreshed,
  },
  textDocument: {
    ...leading,
    publishDiagnostics: { relatedInformation: true, tagSupport: bothTags, dataSupport: true },
    diagnostic: { dynamicRegistration: false },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: bothTexts,
        resolveSupport: { properties: ['additionalTextEdits', 'command'] },
      },
      completionItemKind: allKinds,
    },
    hover: { contentFormat: bothTexts },
    codeAction: { ...literals, isPreferredSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeLens: { dynamicRegistration: false },
    inlayHint: dynamic,
    semanticTokens: tokensByDelta,
    foldingRange: { lineFoldingOnly: true },
    callHierarchy: { dynamicRegistration: false },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

/**
 * That it can be asked to pull again is said under another name than the protocol has (`workspace.diagnostic`), so it is not said.
 */
export const helix: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: fileOperations },
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    fileOperations: { willRename: true },
    inlayHint: { refreshSupport: false },
  },
  textDocument: {
    publishDiagnostics: { tagSupport: bothTags, versionSupport: true },
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true },
    completion: {
      completionItem: { snippetSupport: true, resolveSupport: resolvesDocumentation },
      completionItemKind: {},
    },
    hover: { contentFormat: [MarkupKind.Markdown] },
    codeAction: { ...literals, isPreferredSupport: true },
    rename: { prepareSupport: true, honorsChangeAnnotations: false },
    documentSymbol: { hierarchicalDocumentSymbolSupport: false },
    documentLink: { tooltipSupport: false },
    inlayHint: { dynamicRegistration: false },
    callHierarchy: { dynamicRegistration: false },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

export const eglot19: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: dynamic,
  },
  textDocument: {
    ...leading,
    publishDiagnostics: { relatedInformation: false, codeDescriptionSupport: false, tagSupport: bothTags },
    completion: { completionItem: { snippetSupport: false } },
    // Plain text where markdown-mode is not installed.
    hover: { contentFormat: [MarkupKind.PlainText] },
    codeAction: { ...literals, isPreferredSupport: true },
    rename: { dynamicRegistration: false },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

export const eglot124: ClientCapabilities = {
  general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: fileOperations },
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    semanticTokens: refreshed,
  },
  textDocument: {
    ...leading,
    publishDiagnostics: { versionSupport: true, tagSupport: bothTags },
    diagnostic: { dynamicRegistration: false },
    completion: {
      completionItem: {
        snippetSupport: false,
        documentationFormat: bothTexts,
        resolveSupport: resolvesDocumentation,
      },
    },
    hover: { contentFormat: bothTexts },
    codeAction: { ...literals, isPreferredSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    inlayHint: { dynamicRegistration: false },
    semanticTokens: tokens,
    callHierarchy: { dynamicRegistration: false },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

/** With its hints and tokens turned on: it announces what is enabled. */
export const lspMode: ClientCapabilities = {
  general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: fileOperations },
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: dynamic,
    fileOperations: { willRename: true },
    diagnostics: { refreshSupport: false },
    semanticTokens: { refreshSupport: false },
    codeLens: refreshed,
    inlayHint: { refreshSupport: false },
  },
  textDocument: {
    ...leading,
    publishDiagnostics: { relatedInformation: true, tagSupport: bothTags, versionSupport: true },
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: bothTexts,
        resolveSupport: resolvesDocumentation,
        labelDetailsSupport: true,
      },
    },
    hover: { contentFormat: bothTexts },
    codeAction: { ...literals, isPreferredSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    // Its lenses are announced for the workspace alone.
    inlayHint: { dynamicRegistration: false },
    semanticTokens: tokens,
    foldingRange: dynamic,
    selectionRange: dynamic,
    callHierarchy: { dynamicRegistration: false },
    onTypeFormatting: dynamic,
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

/** It says nothing of the edits that it applies. */
export const kate: ClientCapabilities = {
  workspace: { configuration: true, workspaceFolders: true },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    diagnostic: { dynamicRegistration: false },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        resolveSupport: resolvesDocumentation,
      },
    },
    hover: { contentFormat: bothTexts },
    codeAction: literals,
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    inlayHint: { dynamicRegistration: false },
    semanticTokens: tokens,
    selectionRange: { dynamicRegistration: false },
  },
  window: { workDoneProgress: true },
};

/** It says under another name than the protocol has that it can be asked to pull again, as Helix does. */
export const zed: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: fileOperations,
      snippetEditSupport: true,
    },
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: dynamic,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    fileOperations: { willRename: true },
    inlayHint: refreshed,
  },
  textDocument: {
    definition: links,
    publishDiagnostics: { relatedInformation: true },
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        resolveSupport: resolvesDocumentation,
      },
    },
    hover: { contentFormat: [MarkupKind.Markdown] },
    codeAction: literals,
    rename: { prepareSupport: true },
    inlayHint: { dynamicRegistration: false },
    onTypeFormatting: dynamic,
  },
  window: { workDoneProgress: true },
};

export const vimLsp: ClientCapabilities = {
  workspace: { applyEdit: true, configuration: true, workspaceFolders: false },
  textDocument: {
    ...leading,
    publishDiagnostics: { relatedInformation: true },
    completion: {
      completionItem: { documentationFormat: bothTexts, snippetSupport: false },
      completionItemKind: allKinds,
    },
    hover: { contentFormat: bothTexts },
    codeAction: { ...literals, isPreferredSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: false },
    documentLink: { dynamicRegistration: false },
    codeLens: { dynamicRegistration: false },
    inlayHint: { dynamicRegistration: false },
    semanticTokens: tokens,
    foldingRange: { lineFoldingOnly: true },
    callHierarchy: { dynamicRegistration: false },
  },
  window: { workDoneProgress: true },
};

export const lsp4ij: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: fileOperations },
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: dynamic,
    didChangeWatchedFiles: dynamic,
    fileOperations: { dynamicRegistration: true, willRename: true },
    diagnostics: refreshed,
    semanticTokens: refreshed,
    codeLens: refreshed,
    inlayHint: refreshed,
  },
  textDocument: {
    ...leading,
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: bothTags },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
    completion: {
      completionItem: {
        documentationFormat: bothTexts,
        snippetSupport: true,
        labelDetailsSupport: true,
        resolveSupport: resolvesDocumentation,
      },
    },
    hover: { contentFormat: bothTexts },
    codeAction: { ...literals, isPreferredSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: dynamic,
    codeLens: dynamic,
    inlayHint: dynamic,
    semanticTokens: tokens,
    foldingRange: dynamic,
    callHierarchy: dynamic,
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};
