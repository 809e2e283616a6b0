import * as vscode from 'vscode';

/**
 * Creates a file: as an edit that can be undone, and never over another.
 * @throws {Error} saying so where it could not be created
 */
export async function createFile(uri: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (await vscode.workspace.applyEdit(edit)) return;
  const path = vscode.workspace.asRelativePath(uri);
  throw new Error(`${path} could not be created. Check that the folder is writable.`);
}
