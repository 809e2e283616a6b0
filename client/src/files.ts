import * as vscode from 'vscode';
import { endings } from './recognizedNames.ts';

/** What the server reads, by name. */
export const documents = `**/*.{${endings.join(',')}}`;

const document = new RegExp(`\\.(?:${endings.map(one => one.replaceAll('.', '\\.')).join('|')})$`, 'i');
/** What the server passes over on disk too: hidden folders and installed packages. */
const foreign = '**/{.*,node_modules,__pycache__,venv}/**';
const isForeign = /^(?:\..*|node_modules|__pycache__|venv)$/;
/** In some virtual workspaces the search for files gives no answer: then the folders are walked through. */
const patience = 1000;
/** So many entries are walked through: in a virtual workspace each folder may be a request. */
const mostWalked = 50_000;

/**
 * Lists the Markdown and YAML files below a folder, as paths relative to it with `/`.
 * @param pattern a glob of the files that are searched for; where the search gives no answer, all documents are listed
 * @param most how many at most
 */
export async function listDocuments(
  folder: vscode.Uri,
  pattern = documents,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const found = await search(new vscode.RelativePattern(folder, pattern), most);
  if (found === undefined) return walk(folder, most);
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return found.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
}

/** What VS Code's search finds; undefined where it gives no answer in time, and is called off. */
async function search(
  pattern: vscode.RelativePattern,
  most: number,
): Promise<readonly vscode.Uri[] | undefined> {
  const source = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  const limit = Number.isFinite(most) ? most : undefined;
  const found = vscode.workspace.findFiles(pattern, foreign, limit, source.token);
  try {
    return await Promise.race([found, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    source.cancel();
    source.dispose();
  }
}

/** The documents below a folder, found by looking into each folder. */
async function walk(root: vscode.Uri, most: number): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [''];
  let walked = 0;
  for (let base = waiting.shift(); base !== undefined && found.length < most; base = waiting.shift()) {
    for (const [name, type] of await entries(vscode.Uri.joinPath(root, ...base.split('/')))) {
      if (++walked > mostWalked) return found;
      const isFolder = (type & vscode.FileType.Directory) !== 0;
      const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
      if (isLink || (isFolder && isForeign.test(name))) continue;
      if (isFolder) waiting.push(`${base}${name}/`);
      else if (document.test(name)) found.push(base + name);
    }
  }
  return found.slice(0, most);
}

async function entries(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Reads a file as UTF-8 text without its byte order mark; null where it cannot be read. */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
