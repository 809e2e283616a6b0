import * as vscode from 'vscode';
import type { TreeNode, TreeParams, TreeResult } from '../../../protocol/tree.ts';
import type { EvidenceDrop } from './evidenceDrop.ts';
import { withoutLinks } from './labels.ts';
import { ServerTree } from './serverTree.ts';

/** By what the windows of evidence can be put together. */
export const evidenceGroupings = ['due', 'control', 'owner'] as const;
export type EvidenceGrouping = (typeof evidenceGroupings)[number];

/** Where the choice is kept for the next time that the workspace is opened. */
const kept = 'evidence.by';

/** The tree of what evidence is due, complete and missing, put together by what a person has chosen. */
export class EvidenceView {
  readonly tree: ServerTree;
  readonly view: vscode.TreeView<TreeNode>;
  /** Takes what is dropped on its nodes. */
  readonly drop: EvidenceDrop;
  readonly #memento: vscode.Memento;
  readonly #parts: vscode.Disposable;

  constructor(memento: vscode.Memento, ask: (params: TreeParams) => Promise<TreeResult>, drop: EvidenceDrop) {
    this.drop = drop;
    this.#memento = memento;
    const tree = new ServerTree(() => ({ view: 'evidence', by: this.by }), ask);
    const view = vscode.window.createTreeView('tickmark.evidence', {
      treeDataProvider: tree,
      showCollapseAll: true,
      dragAndDropController: drop,
    });
    this.tree = tree;
    this.view = view;
    this.#parts = vscode.Disposable.from(
      tree,
      view,
      tree.onDidAnswer(({ summary, lacks }) => {
        view.description = summary === undefined ? '' : withoutLinks(summary);
        void setContext('evidenceLacks', lacks ?? '');
      }),
    );
    void setContext('evidenceBy', this.by);
  }

  /** By what the windows are put together. */
  get by(): EvidenceGrouping {
    const chosen = this.#memento.get(kept);
    return evidenceGroupings.find(one => one === chosen) ?? 'due';
  }

  /** Puts them together by something else from now on. */
  async groupBy(by: EvidenceGrouping): Promise<void> {
    await this.#memento.update(kept, by);
    await setContext('evidenceBy', by);
    this.tree.changed();
  }

  dispose(): void {
    this.#parts.dispose();
  }
}

function setContext(name: string, value: string): Thenable<void> {
  return vscode.commands.executeCommand('setContext', `tickmark.${name}`, value);
}
