import * as vscode from 'vscode';

interface NewFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/**
 * Creates a file: as an edit that can be undone, and never over another.
 * @throws {Error} saying so where it could not be created
 */
export async function createFile(uri: vscode.Uri, text: string): Promise<void> {
  await createFiles([{ uri, text }]);
}

/** Creates several files as one such edit. */
export async function createFiles(files: readonly NewFile[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text } of files) {
    edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  }
  if (await vscode.workspace.applyEdit(edit)) return;
  const paths = files.map(({ uri }) => vscode.workspace.asRelativePath(uri));
  throw new Error(
    `${paths.join(', ')} could not be created. Check that no such file exists and that the folder is writable.`,
  );
}
