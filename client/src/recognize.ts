import * as vscode from 'vscode';
import { readText } from './files.ts';
import { endings, folders, markers } from './recognizedNames.ts';

/** How many documents of such folders are looked into. */
const enough = 100;

/**
 * Tells whether the server is worth starting for a folder: it or a folder in it has a manifest, or documents lie in two of
 * the conventional folders and one says what it satisfies. (What the folder is, and whether anything is shown, the server
 * tells.)
 */
export async function hasDocumentation(folder: vscode.WorkspaceFolder): Promise<boolean> {
  const within = (globs: string): vscode.RelativePattern => new vscode.RelativePattern(folder, `{${globs}}`);
  const names = markers.flatMap(name => [name, `*/${name}`]).join(',');
  const marked = await vscode.workspace.findFiles(within(names), '**/node_modules/**', 1);
  if (marked.length > 0) return true;

  const pages = folders.flatMap(name => endings.map(ending => `${name}/*.${ending}`));
  const found = await vscode.workspace.findFiles(within(pages.join(',')), null, enough);
  const holding = new Set(found.map(uri => vscode.Uri.joinPath(uri, '..').path));
  return holding.size > 1 && someSatisfies(found);
}

async function someSatisfies(documents: readonly vscode.Uri[]): Promise<boolean> {
  for (const uri of documents) {
    if (/^[ \t-]*(?:satisfies|tsc_criteria)[ \t]*:/m.test((await readText(uri)) ?? '')) return true;
  }
  return false;
}
