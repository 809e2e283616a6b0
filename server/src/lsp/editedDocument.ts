import type {
  OptionalVersionedTextDocumentIdentifier,
  SnippetTextEdit,
  TextEdit,
} from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';
import type { Buffers } from './buffers.ts';
import { type Measured, measuredText } from './positions.ts';

/** A document as edits of it are given to a client. */
export interface EditedDocument {
  /** With the version that the client has open, so that it refuses edits of an older text; null where it is not open. */
  readonly identifier: OptionalVersionedTextDocumentIdentifier;
  readonly measured: Measured;
}

/** @param text of the document where it is not open */
export function editedDocument(
  { buffers, uriOf }: { readonly buffers: Buffers; readonly uriOf: (key: string) => string },
  key: string,
  text: string,
): EditedDocument {
  const buffer = buffers.get(key);
  return {
    identifier: { uri: uriOf(key), version: buffer?.version ?? null },
    measured: buffer ?? measuredText(text),
  };
}

/** Edits of one document, as a client takes them. */
export interface DocumentEdit<Edit> {
  readonly textDocument: OptionalVersionedTextDocumentIdentifier;
  readonly edits: Edit[];
}

/** Edits of documents as one edit; in the form of the first protocol, without versions, for a client that takes no other. */
export function editOf<Edit extends TextEdit | SnippetTextEdit>(
  documents: readonly DocumentEdit<Edit>[],
  { documentChanges }: Pick<Abilities, 'documentChanges'>,
): { documentChanges: DocumentEdit<Edit>[] } | { changes: { [uri: string]: TextEdit[] } } {
  if (documentChanges) return { documentChanges: [...documents] };
  const changes: { [uri: string]: TextEdit[] } = {};
  for (const { textDocument, edits } of documents)
    changes[textDocument.uri] = edits.flatMap(edit => (isPlain(edit) ? [edit] : []));
  return { changes };
}

function isPlain(edit: TextEdit | SnippetTextEdit): edit is TextEdit {
  return 'newText' in edit;
}
