import {
  CompletionItemKind,
  type DiagnosticTag,
  type InitializeParams,
  MarkupKind,
  PositionEncodingKind,
  type SemanticTokensClientCapabilities,
} from 'vscode-languageserver';
import type { InitializationOptions } from '../../../protocol/initialization.ts';
import type { Settings } from '../../../protocol/settings.ts';
import { fieldsOf } from './fieldsOf.ts';
import type { Encoding } from './positions.ts';

/** What a client can do beyond the protocol. What it says of settings beside that is no ability. */
type OwnAbilities = Omit<InitializationOptions, keyof Settings>;

/** What the client said it can do, as far as it matters here; the least where it said nothing. */
export interface Abilities {
  readonly encoding: Encoding;
  /** It pulls the diagnostics of documents it shows, and can be asked to pull again. */
  readonly pulls: boolean;
  readonly relatedInformation: boolean;
  /** It shows a link beside a diagnostic. */
  readonly codeDescription: boolean;
  readonly diagnosticTags: readonly DiagnosticTag[];
  /** It watches files for the server. */
  readonly watches: boolean;
  /** How it takes what is shown on hovering, and beside a completion. */
  readonly hover: TextForm;
  readonly documentation: TextForm;
  readonly completionKinds: readonly CompletionItemKind[];
  readonly labelDetails: boolean;
  /** It asks for the documentation of a completion once that is in focus. */
  readonly resolvesDocumentation: boolean;
  readonly progress: boolean;
  /** Whether it takes code actions as such, else as commands whose edits it applies, else not at all. */
  readonly actions: 'literal' | 'command' | 'none';
  /** It makes files that an edit asks for. */
  readonly createsFiles: boolean;
  /** It takes edits as `documentChanges`: for versions of documents, and beside what is done with files. */
  readonly documentChanges: boolean;
  /** It gives files other names as an edit asks. */
  readonly renamesFiles: boolean;
  /** It asks what is to change before files and folders get other names, whether a person or an edit gives them. */
  readonly willRenameFiles: boolean;
  /** It asks a person about the edits of a rename that are marked so. */
  readonly changeAnnotations: boolean;
  /** It asks what can be renamed before a person enters another name. */
  readonly preparesRename: boolean;
  /** It places the caret in what an edit puts there. */
  readonly snippetEdits: boolean;
  /** It takes snippets as what a completion puts there. */
  readonly snippets: boolean;
  /** It opens a document that it is asked to show. */
  readonly showsDocuments: boolean;
  readonly folders: boolean;
  /** It opens documents that are only the server's to give. */
  readonly virtualDocuments: boolean;
  /** It takes the words that a definition is asked for, and more than a place of what they mean. */
  readonly definitionLinks: boolean;
  /** The same of a declaration, and of an implementation. */
  readonly declarationLinks: boolean;
  readonly implementationLinks: boolean;
  /** It shows what calls what. */
  readonly callHierarchy: boolean;
  /** It asks what can be folded. */
  readonly folds: boolean;
  /** It colors words by what they mean, asks for what has changed of that, and asks again when it is told to. */
  readonly tokens: { readonly delta: boolean } | undefined;
  readonly refreshesTokens: boolean;
  /** It shows what a link of a document leads to. */
  readonly linkTooltips: boolean;
  /** It shows the symbols of a document below each other. */
  readonly nestedSymbols: boolean;
  /** It shows hints in the text. */
  readonly hints: boolean;
  /** It can be asked to ask for hints and for lenses again. */
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  /** It gives settings where it is asked for them. */
  readonly givesSettings: boolean;
  /** It can be asked to tell when settings change. */
  readonly tellsSettings: boolean;
  readonly own: OwnAbilities;
}

/**
 * Text as a client takes it: with the kind of mark-up named, or a mere string as it was in the beginning, which is Markdown for
 * what is shown on hovering (`MarkedString`) and plain text beside a completion.
 */
export type TextForm = 'markdown' | 'plaintext' | 'markdown string' | 'plain string';

/** The kinds that every client knows: those of the protocol's first version. */
const firstKinds = Object.values(CompletionItemKind).filter(kind => kind <= CompletionItemKind.Reference);

/** Reads what a client says of itself. */
export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const { general, textDocument, workspace, window } = capabilities;
  const encodings = general?.positionEncodings;
  // UTF-16 is what the texts are made of, so it is taken wherever it is offered, or nothing is.
  const countsBytes =
    encodings?.includes(PositionEncodingKind.UTF8) && !encodings.includes(PositionEncodingKind.UTF16);
  const { workspaceEdit } = workspace ?? {};
  // What is done with files is said in `documentChanges` alone, so a client takes those that announces only what it does with
  // files (Neovim).
  const operations = workspaceEdit?.resourceOperations ?? [];
  const documentChanges = workspaceEdit?.documentChanges === true || operations.length > 0;
  const { completion, publishDiagnostics, codeAction, rename } = textDocument ?? {};
  return {
    encoding: countsBytes ? 'utf-8' : 'utf-16',
    pulls: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: publishDiagnostics?.relatedInformation === true,
    codeDescription: publishDiagnostics?.codeDescriptionSupport === true,
    diagnosticTags: publishDiagnostics?.tagSupport?.valueSet ?? [],
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hover: formOf(textDocument?.hover?.contentFormat) ?? 'markdown string',
    documentation: formOf(completion?.completionItem?.documentationFormat) ?? 'plain string',
    completionKinds: completion?.completionItemKind?.valueSet ?? firstKinds,
    resolvesDocumentation:
      completion?.completionItem?.resolveSupport?.properties?.includes('documentation') === true,
    labelDetails: completion?.completionItem?.labelDetailsSupport === true,
    progress: window?.workDoneProgress === true,
    actions: codeAction?.codeActionLiteralSupport ? 'literal' : workspace?.applyEdit ? 'command' : 'none',
    createsFiles: operations.includes('create'),
    documentChanges,
    renamesFiles: operations.includes('rename'),
    willRenameFiles: workspace?.fileOperations?.willRename === true,
    changeAnnotations:
      documentChanges &&
      workspaceEdit?.changeAnnotationSupport !== undefined &&
      rename?.honorsChangeAnnotations === true,
    preparesRename: rename?.prepareSupport === true,
    snippetEdits: documentChanges && workspaceEdit?.snippetEditSupport === true,
    snippets: completion?.completionItem?.snippetSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    folders: workspace?.workspaceFolders === true,
    virtualDocuments: workspace?.textDocumentContent !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    declarationLinks: textDocument?.declaration?.linkSupport === true,
    implementationLinks: textDocument?.implementation?.linkSupport === true,
    // Neovim 0.7 announces it beside `textDocument`.
    callHierarchy: textDocument?.callHierarchy !== undefined || 'callHierarchy' in capabilities,
    folds: textDocument?.foldingRange !== undefined,
    tokens: textDocument?.semanticTokens && { delta: asksForDeltas(textDocument.semanticTokens) },
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    hints: textDocument?.inlayHint !== undefined,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    givesSettings: workspace?.configuration === true,
    tellsSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    own: ownOptions(initializationOptions),
  };
}

/** What is known of a client before it has introduced itself. */
export const leastAbilities: Abilities = abilitiesOf({ processId: null, rootUri: null, capabilities: {} });

function formOf(formats: readonly MarkupKind[] | undefined): TextForm | undefined {
  if (!formats) return undefined;
  return formats.includes(MarkupKind.Markdown) ? 'markdown' : 'plaintext';
}

/** Whether a client asks for what has changed of its tokens. Some announce nothing of what they ask for. */
function asksForDeltas({ requests }: SemanticTokensClientCapabilities): boolean {
  const full = requests?.full;
  return typeof full === 'object' && full.delta === true;
}

function ownOptions(options: unknown): OwnAbilities {
  const said = fieldsOf(options);
  const says = (name: string) => said[name] === true;
  const { rulePages } = said;
  return {
    trees: says('trees'),
    status: says('status'),
    pages: says('pages'),
    newRecords: says('newRecords'),
    proposals: says('proposals'),
    files: says('files'),
    markdown: says('markdown'),
    otherFormatters: says('otherFormatters'),
    lenses: says('lenses'),
    markdownRename: says('markdownRename'),
    ...(typeof rulePages === 'string' ? { rulePages } : {}),
  };
}
