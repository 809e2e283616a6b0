import * as vscode from 'vscode';
import type { Tickmark } from '../../client/src/extension.ts';
import type { Session } from '../../client/src/session.ts';
import type { TreeNode } from '../../protocol/tree.ts';
import { until } from './until.ts';

/** The extension under test. */
export function extension(): vscode.Extension<Tickmark> {
  const found = vscode.extensions.getExtension<Tickmark>('tickmark.tickmark-vscode');
  if (found === undefined) throw new Error('the extension is not installed');
  return found;
}

/**
 * The running server with its views, once the editor has activated the extension by itself and everything is read. A
 * failed activation counts as active too; only asking again tells why it failed.
 */
export async function session(): Promise<Session> {
  await until(() => extension().isActive);
  const { session } = await extension().activate();
  const running = await until(() => session());
  await until(() => !running.status.indexing && running.status.programs.length > 0);
  return running;
}

/** The node that labels lead to, each by its beginning, from the root of the coverage tree; undefined where there is none. */
export async function node(...labels: readonly string[]): Promise<TreeNode | undefined> {
  const { tree } = (await session()).coverage;
  let found: TreeNode | undefined;
  for (const label of labels) {
    found = (await tree.getChildren(found)).find(node => node.label.startsWith(label));
    if (found === undefined) return undefined;
  }
  return found;
}
