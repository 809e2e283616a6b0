import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentEdits } from '../../protocol/documentEdits.ts';

/**
 * Makes edits that the server has given, in one step that can be undone. The language client makes them whatever a document says
 * by now, so it is looked at here: a person may have been asked in between.
 * @param also adds to the same step what only the client can make, such as files
 * @returns whether they were made; not where a document has changed
 */
export async function applyEdits(
  edits: DocumentEdits,
  client: BaseLanguageClient,
  metadata?: vscode.WorkspaceEditMetadata,
  also?: (edit: vscode.WorkspaceEdit) => void,
): Promise<boolean> {
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(edits);
  const versions = new Map(
    vscode.workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]),
  );
  const isCurrent = (edits.documentChanges ?? []).every(({ textDocument: { uri, version } }) => {
    const now = versions.get(client.protocol2CodeConverter.asUri(uri).toString());
    return version === null || now === undefined || now === version;
  });
  also?.(edit);
  return isCurrent && vscode.workspace.applyEdit(edit, metadata);
}
