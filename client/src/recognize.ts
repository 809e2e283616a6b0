import * as vscode from 'vscode';
import { listDocuments, readText } from './files.ts';
import { isCalledPolicy, isLikelyPage, likenessOf } from './likelyPages.ts';
import { markers } from './recognizedNames.ts';

/** How many documents of a folder are listed, and how many of those are looked into. */
const mostListed = 5000;
const mostRead = 200;

/**
 * Tells whether the server is worth starting for a folder: it or a folder in it has a manifest, or a document there looks like
 * control documentation. (What the folder is, and which findings are shown, the server tells.)
 */
export async function hasDocumentation(folder: vscode.WorkspaceFolder): Promise<boolean> {
  const names = markers.flatMap(name => [name, `*/${name}`]);
  const [marked, paths] = await Promise.all([
    listDocuments(folder.uri, `{${names.join(',')}}`, 1),
    listDocuments(folder.uri, undefined, mostListed),
  ]);
  if (marked.some(isMarker) || paths.some(isMarker)) return true;
  const pages = paths.filter(path => isLikelyPage(path) || /\.ya?ml$/i.test(path));
  const first = pages.filter(isCalledPolicy);
  const others = pages.filter(path => !isCalledPolicy(path));
  let likely = 0;
  for (const path of [...first, ...others].slice(0, mostRead)) {
    const text = await readText(vscode.Uri.joinPath(folder.uri, ...path.split('/')));
    const likeness = text === null ? 'none' : likenessOf(text, path);
    if (likeness === 'sure' || (likeness === 'likely' && ++likely > 1)) return true;
  }
  return false;
}

function isMarker(path: string): boolean {
  return markers.includes(path.slice(path.lastIndexOf('/') + 1)) && path.split('/').length <= 2;
}
