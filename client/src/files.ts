import * as vscode from 'vscode';
import type { FilesBelow } from '../../protocol/files.ts';
import { inTime } from './inTime.ts';
import { endings, siteFiles, siteFolders } from './recognizedNames.ts';
import { type Entry, installedFolders, walk } from './walk.ts';

/** What the server reads, by name. */
export const documents = `**/*.{${endings.join(',')}}`;

/** Where registers of evidence may lie. Comma-separated values elsewhere are none. */
export const registers = '**/{evidence,requests}/**/*.csv';
const register = /(?:^|\/)(?:evidence|requests)\/(?:.*\/)?[^/]+\.csv$/i;
/** All that is kept as evidence: the server knows which of it counts without a record. */
const evidence = '**/evidence/**/*';
const ofEvidence = /(?:^|\/)evidence\//i;

const document = new RegExp(`\\.(?:${endings.map(one => one.replaceAll('.', '\\.')).join('|')})$`, 'i');
/** What the server passes over on disk too: hidden folders and installed packages. */
const foreign = `**/{.*,${installedFolders.join(',')}}/**`;
/** In some virtual workspaces the search for files gives no answer: then the folders are walked through. In milliseconds. */
const patience = 3000;
/** How long one folder is waited for on that way, in milliseconds. */
const patienceWithFolder = 10_000;
/** So many entries are walked through. */
const mostWalked = 50_000;

/** What may tell the generator of a site. */
const siteFile = `**/{${siteFiles.join(',')}}`;
/** A search finds no folders, so what is in them is searched for; the folder of VitePress is hidden. */
const inSiteFolder = `**/{${siteFolders.join(',')}}/**`;
const siteFolder = new RegExp(
  `^(?:[^./][^/]*/)*?(?:${siteFolders.map(one => one.replace('.', '\\.')).join('|')})/`,
);
const installed = `**/{.git,${installedFolders.join(',')}}/**`;

/** Lists all that the server reads below a folder, and what may tell the generators of sites there. */
export async function listAll(folder: vscode.Uri): Promise<FilesBelow> {
  const [listed, inEvidence, files, inFolders] = await Promise.all([
    listDocuments(folder),
    search(new vscode.RelativePattern(folder, evidence), Number.POSITIVE_INFINITY),
    search(new vscode.RelativePattern(folder, siteFile), Number.POSITIVE_INFINITY),
    search(new vscode.RelativePattern(folder, inSiteFolder), Number.POSITIVE_INFINITY, installed),
  ]);
  // What was walked through has all of these.
  if (listed.sites) return listed;
  if (!inEvidence || !files || !inFolders) return walkThrough(folder, Number.POSITIVE_INFINITY);
  const told = pathsBelow(folder, inFolders).flatMap(path => siteFolder.exec(path)?.[0] ?? []);
  const kept = pathsBelow(folder, inEvidence);
  return {
    ...listed,
    files: [...listed.files, ...kept.filter(path => register.test(path))],
    evidence: kept,
    sites: [...new Set([...pathsBelow(folder, files), ...told])],
  };
}

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
  return found ? { files: pathsBelow(folder, found), unlisted: [] } : walkThrough(folder, most);
}

/** Lists the same by looking into each folder, with all that `listAll` searches for besides. */
function walkThrough(folder: vscode.Uri, most: number): Promise<FilesBelow> {
  const wanted = {
    isWanted: (path: string) => document.test(path) || register.test(path),
    isKept: (path: string) => ofEvidence.test(path),
    tellsSite,
  };
  return walk(base => entries(folder, base), wanted, most, mostWalked);
}

function tellsSite({ name, is }: Entry): boolean {
  return is === 'folder' ? siteFolders.includes(name) : is === 'file' && siteFiles.includes(name);
}

function pathsBelow(folder: vscode.Uri, found: readonly vscode.Uri[]): readonly string[] {
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return found.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
}

/** What VS Code's search finds; undefined where it gives no answer in time, and is called off. */
async function search(
  pattern: vscode.RelativePattern,
  most: number,
  without = foreign,
): Promise<readonly vscode.Uri[] | undefined> {
  const source = new vscode.CancellationTokenSource();
  const limit = Number.isFinite(most) ? most : undefined;
  const found = await inTime(vscode.workspace.findFiles(pattern, without, limit, source.token), patience);
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
