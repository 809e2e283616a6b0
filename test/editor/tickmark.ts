import * as vscode from 'vscode';
import { until } from './until.ts';

/** What the extension gives to other extensions, as far as the tests use it. */
interface Tickmark {
  readonly coverage: vscode.TreeView<unknown>;
}

/**
 * The extension's exports, once the editor has activated it by itself. A failed activation counts as active too; only
 * asking again tells why it failed.
 */
export async function tickmark(): Promise<Tickmark> {
  const extension = vscode.extensions.getExtension<Tickmark>('tickmark.tickmark-vscode');
  if (extension === undefined) throw new Error('the extension is not installed');
  await until(() => extension.isActive);
  return extension.activate();
}
