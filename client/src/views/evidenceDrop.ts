import * as vscode from 'vscode';
import type { TreeNode } from '../../../protocol/tree.ts';
import type { FileToAdd } from '../evidenceFiles.ts';
import { tell } from '../notices.ts';

/** What the explorer drops, and a browser; and what the file manager of the operating system does. */
const [uris, files] = ['text/uri-list', 'files'] as const;

/** Takes files that are dropped on what lacks evidence. */
export class EvidenceDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dropMimeTypes = [uris, files];
  readonly dragMimeTypes = [];

  async handleDrop(target: TreeNode | undefined, dropped: vscode.DataTransfer): Promise<void> {
    const evidenceFor = target?.evidenceFor;
    if (!evidenceFor) {
      void tell(
        target === undefined
          ? 'Drop files on a window that lacks evidence, or on a control.'
          : `${target.label} takes no evidence. Drop files on a window that lacks evidence, or on a control.`,
      );
      return;
    }
    // What was dropped can be asked only until this ends, so it does not wait for a person.
    const all = await filesIn(dropped);
    const address = all.find(({ uri }) => isAddress(uri));
    if (all.length === 0) void tell('Nothing was dropped that can be evidence. Drop files, or one link.');
    else if (address && all.length > 1) void tell('Drop one link at a time, without files.');
    else {
      const given = address ? { files: [], address: address.uri.toString(true) } : { files: all };
      void vscode.commands.executeCommand('tickmark.addEvidence', { ...evidenceFor, ...given });
    }
  }
}

function isAddress({ scheme }: vscode.Uri): boolean {
  return scheme === 'https' || scheme === 'http';
}

/** Each file once: what comes from the file manager may be named in both ways. */
async function filesIn(dropped: vscode.DataTransfer): Promise<readonly FileToAdd[]> {
  const found = new Map<string, FileToAdd>();
  const listed = (await dropped.get(uris)?.asString()) ?? '';
  for (const line of listed.split(/\r\n?|\n/)) {
    const uri = line === '' || line.startsWith('#') ? undefined : vscode.Uri.parse(line);
    if (uri) found.set(uri.toString(), { uri });
  }
  for (const [, item] of dropped) {
    const file = item.asFile();
    if (!file) continue;
    const uri = file.uri ?? vscode.Uri.from({ scheme: 'dropped', path: `/${file.name}` });
    if (!found.has(uri.toString())) found.set(uri.toString(), file.uri ? { uri } : { uri, dropped: file });
  }
  return [...found.values()];
}
