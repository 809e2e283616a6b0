import * as vscode from 'vscode';
import { mostFileBytes } from '../../protocol/addEvidence.ts';

/** A file that is to be added as evidence. */
export interface FileToAdd {
  /** Where it is; of one that a browser has dropped, only its name is true. */
  readonly uri: vscode.Uri;
  /** What it holds, where the editor cannot read it by its URI. */
  readonly dropped?: vscode.DataTransferFile;
}

/** A file that was read. */
export interface ReadFile extends FileToAdd {
  readonly content: Uint8Array;
}

/**
 * Reads a file of evidence.
 * @throws {Error} where it cannot be read, is a folder, or is too large to keep in a repository; the error says what to do
 */
export async function readToAdd(file: FileToAdd): Promise<ReadFile> {
  if (file.dropped) return { ...file, content: ofSize(await file.dropped.data(), file.dropped.name) };
  const name = vscode.workspace.asRelativePath(file.uri);
  const { type, size } = await vscode.workspace.fs.stat(file.uri);
  if ((type & vscode.FileType.Directory) !== 0)
    throw new Error(`${name} is a folder. Add the files in it, one by one or several at once.`);
  if (size > mostFileBytes) throw new Error(tooLarge(name));
  return { ...file, content: await vscode.workspace.fs.readFile(file.uri) };
}

function ofSize(content: Uint8Array, name: string): Uint8Array {
  if (content.length > mostFileBytes) throw new Error(tooLarge(name));
  return content;
}

function tooLarge(name: string): string {
  return `${name} is larger than 256 MiB, which is too large for a repository. Keep it elsewhere, and add a link: its address, who keeps it, and its SHA-256 hash.`;
}

/** The SHA-256 of a content, in hexadecimal digits. */
export async function hashOf(content: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(content));
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
