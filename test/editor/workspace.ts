import * as vscode from 'vscode';

/** The address of a file of the workspace, whatever scheme the host serves it under. */
export function uriOf(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no workspace folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}
