import * as vscode from 'vscode';
import type { FilesBelow } from '../../protocol/files.ts';
import { inTime } from './inTime.ts';
import { endings } from './recognizedNames.ts';
import { type Entry, installedFolders, walk } from './walk.ts';

/** What the server reads, by name. */
export const documents = `**/*.{${endings.join(',')}}`;

const document = new RegExp(`\\.(?:${endings.map(one => one.replaceAll('.', '\\.')).join('|')})$`, 'i');
/** What the server passes over on disk too: hidden folders and installed packages. */
const foreign = `**/{.*,${installedFolders.join(',')}}/**`;
/** In some virtual workspaces the search for files gives no answer: then the folders are walked through. In milliseconds. */
const patience = 1000;
/** How long one folder is waited for on that way, in milliseconds. */
const patienceWithFolder = 10_000;
/** So many entries are walked through. */
const mostWalked = 50_000;

/**
 * Lists the Markdown and YAML files below a folder, and says where it could not.
 * @param pattern a glob of the files that are searched for; where the search gives no answer, all documents are listed
 * @param most how many at most
 */
export async function listDocuments(
  folder: vscode.Uri,
  pattern = documents,
  most = Number.POSITIVE_INFINITY,
): Promise<FilesBelow> {
  const found = await search(new vscode.RelativePattern(folder, pattern), most);
  if (found === undefined) {
    return walk(
      base => entries(folder, base),
      name => document.test(name),
      most,
      mostWalked,
    );
  }
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const inside = found.filter(({ path }) => path.startsWith(prefix));
  return { files: inside.map(({ path }) => path.slice(prefix.length)), unlisted: [] };
}

/** What VS Code's search finds; undefined where it gives no answer in time, and is called off. */
async function search(
  pattern: vscode.RelativePattern,
  most: number,
): Promise<readonly vscode.Uri[] | undefined> {
  const source = new vscode.CancellationTokenSource();
  const limit = Number.isFinite(most) ? most : undefined;
  const found = await inTime(vscode.workspace.findFiles(pattern, foreign, limit, source.token), patience);
  source.cancel();
  source.dispose();
  return found;
}

async function entries(root: vscode.Uri, base: string): Promise<readonly Entry[] | undefined> {
  const folder = vscode.Uri.joinPath(root, ...base.split('/'));
  const found = await inTime(vscode.workspace.fs.readDirectory(folder), patienceWithFolder);
  return found?.map(([name, type]) => ({ name, is: kindOf(type) }));
}

/** Links are not followed: what lies behind one may lie anywhere. */
function kindOf(type: vscode.FileType): Entry['is'] {
  if ((type & vscode.FileType.SymbolicLink) !== 0) return 'other';
  return (type & vscode.FileType.Directory) !== 0 ? 'folder' : 'file';
}

/** Reads a file as UTF-8 text without its byte order mark; null where it cannot be read. */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
