import type { Range } from './place.ts';

/** Edits of documents, by their URIs: a `WorkspaceEdit` of the language server protocol, in its oldest form. */
export interface DocumentEdits {
  readonly changes: { [uri: string]: { range: Range; newText: string }[] };
}
