import * as vscode from 'vscode';
import type { ReadFile } from './evidenceFiles.ts';

/** A file that was read, and where a copy of it is to be. */
export interface FileCopy extends ReadFile {
  readonly to: vscode.Uri;
}

/** What is larger is not sent with an edit, which VS Code passes on as text: the file system copies it. */
const mostInEdit = 1 << 20;

/**
 * Makes copies of files with an edit, in one step that can be undone: all of it or nothing, and never over another file. Where it
 * fails, the folders that were made for the copies are gone too.
 * @param apply makes the edit, to which the function that it is given adds the copies; false where it could not
 * @returns what `apply` does
 * @throws what the file system says where a file could not be copied
 */
export async function applyWithCopies(
  copies: readonly FileCopy[],
  apply: (also: (edit: vscode.WorkspaceEdit) => void) => Promise<boolean>,
): Promise<boolean> {
  const [large, small] = [copies.filter(isLarge), copies.filter(copy => !isLarge(copy))];
  const made = (await Promise.all(copies.map(({ to }) => foldersToMake(to)))).flat();
  const drafts = large.map(copy => ({ ...copy, draft: draftOf(copy.to) }));
  let isDone = false;
  try {
    for (const { uri, draft } of drafts) await vscode.workspace.fs.copy(uri, draft, { overwrite: false });
    isDone = await apply(edit => {
      for (const { to, content } of small) edit.createFile(to, { contents: content });
      // The edit makes the file, so that to undo it is to remove it, and what it is to hold takes its place.
      for (const { to } of large) edit.createFile(to);
    });
    if (isDone)
      for (const { draft, to } of drafts) await vscode.workspace.fs.rename(draft, to, { overwrite: true });
    return isDone;
  } finally {
    if (!isDone) {
      for (const { draft } of drafts) await removeIfThere(draft);
      for (const folder of made) await removeIfThere(folder);
    }
  }
}

/** What was dropped without a place of its own cannot be copied from there. */
function isLarge({ content, dropped }: FileCopy): boolean {
  return content.length > mostInEdit && dropped === undefined;
}

/** A name beside the copy that nothing else bears, and that the server passes over. */
function draftOf(to: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(to, '..', `.tickmark-draft-${crypto.randomUUID()}`);
}

/** The folders around a file that are not there, the innermost first. */
async function foldersToMake(file: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const missing: vscode.Uri[] = [];
  for (let folder = vscode.Uri.joinPath(file, '..'); folder.path !== '/'; ) {
    if (await isThere(folder)) break;
    missing.push(folder);
    folder = vscode.Uri.joinPath(folder, '..');
  }
  return missing;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** A folder in which something lies by now stays. */
async function removeIfThere(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { recursive: false });
  } catch {
    // It is gone, or somebody else uses it.
  }
}
