import * as vscode from 'vscode';
import { listDocuments, readText } from './files.ts';
import { inTime } from './inTime.ts';
import { areLikely, isCalledPolicy, isLikelyPage } from './likelyPages.ts';
import { markers } from './recognizedNames.ts';

/** How many documents of a folder are listed, and how many of those are looked into. */
const mostListed = 5000;
const mostRead = 200;
/**
 * How long documents are looked into, in milliseconds: in a virtual workspace each may be a request, and an editor that has just
 * started is busy with much else.
 */
const patience = 5000;

/**
 * Tells whether the server is worth starting for a folder: it or a folder in it has a manifest, or a document there looks like
 * control documentation. (What the folder is, and which findings are shown, the server tells.)
 */
export async function hasDocumentation(folder: vscode.WorkspaceFolder): Promise<boolean> {
  const names = markers.flatMap(name => [name, `*/${name}`]);
  const [marked, { files: paths }] = await Promise.all([
    listDocuments(folder.uri, `{${names.join(',')}}`, 1),
    listDocuments(folder.uri, undefined, mostListed),
  ]);
  if (marked.files.some(isMarker) || paths.some(isMarker)) return true;
  const pages = paths.filter(path => isLikelyPage(path) || /\.ya?ml$/i.test(path));
  const first = pages.filter(isCalledPolicy);
  const others = pages.filter(path => !isCalledPolicy(path));
  const read = (path: string) => readText(vscode.Uri.joinPath(folder.uri, ...path.split('/')));
  const end = Date.now() + patience;
  const isInTime = () => Date.now() < end;
  const looked = areLikely([...first, ...others].slice(0, mostRead), read, isInTime);
  return (await inTime(looked, patience)) === true;
}

function isMarker(path: string): boolean {
  return markers.includes(path.slice(path.lastIndexOf('/') + 1)) && path.split('/').length <= 2;
}
