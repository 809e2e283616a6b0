import * as vscode from 'vscode';
import { endings } from './recognizedNames.ts';

/** What the server reads, by name. */
export const documents = `**/*.{${endings.join(',')}}`;

/** What the server passes over on disk too: hidden folders and installed packages. */
const foreign = '**/{.*,node_modules,__pycache__,venv}/**';

/** Lists the Markdown and YAML files below a folder, as paths relative to it with `/`. */
export async function listDocuments(folder: vscode.Uri): Promise<readonly string[]> {
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, documents), foreign);
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return found.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
}

/** Reads a file as UTF-8 text without its byte order mark; null where it cannot be read. */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
