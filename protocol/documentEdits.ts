import type { Range } from './place.ts';

/**
 * Edits of documents: a `WorkspaceEdit` of the language server protocol. A client that takes `documentChanges` gets the versions of
 * its open documents with them, any other the oldest form, by URIs.
 */
export interface DocumentEdits {
  readonly documentChanges?: {
    readonly textDocument: { readonly uri: string; readonly version: number | null };
    readonly edits: { range: Range; newText: string }[];
  }[];
  readonly changes?: { [uri: string]: { range: Range; newText: string }[] };
}
