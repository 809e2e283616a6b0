import * as vscode from 'vscode';
import type { TreeNode, TreeParams, TreeResult } from '../../../protocol/tree.ts';
import { gaugeOf, iconOf } from './icons.ts';
import { tooltipOf } from './tooltips.ts';

/** How long changes gather before the tree is drawn anew, in milliseconds. */
const delay = 100;

const states = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
} as const;

/**
 * A tree that the server owns. It asks for what is shown and knows nothing of what it draws; as ids are stable, what a
 * person has opened, closed or selected stays so while the tree changes.
 */
export class ServerTree implements vscode.TreeDataProvider<TreeNode> {
  readonly #params: () => TreeParams;
  readonly #ask: (params: TreeParams) => Promise<TreeResult>;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #answered = new vscode.EventEmitter<TreeResult>();
  /** The roots have been answered: what is said of all of them may have changed. */
  readonly onDidAnswer = this.#answered.event;
  /** The last answer for each node, and for the roots. */
  readonly #answers = new Map<string | undefined, TreeResult>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param params what is asked for of the roots */
  constructor(params: () => TreeParams, ask: (params: TreeParams) => Promise<TreeResult>) {
    this.#params = params;
    this.#ask = ask;
  }

  /** The tree has changed: what is shown of it is asked for anew, soon. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#changes.fire();
    }, delay);
  }

  /** Another server answers from now on, with revisions of its own. */
  restarted(): void {
    this.#answers.clear();
    this.changed();
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    const id = parent?.id;
    const answer = await this.#ask(id === undefined ? this.#params() : { ...this.#params(), node: id });
    const last = this.#answers.get(id);
    const newest = last !== undefined && last.revision > answer.revision ? last : answer;
    this.#answers.set(id, newest);
    if (id === undefined) this.#answered.fire(newest);
    return [...newest.nodes];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, states[node.children]);
    item.id = node.id;
    item.contextValue = node.context;
    const icon = node.progress === undefined ? iconOf(node.icon) : gaugeOf(node.progress);
    if (icon !== undefined) item.iconPath = icon;
    if (node.description !== undefined) item.description = node.description;
    if (node.tooltip !== undefined) item.tooltip = tooltipOf(node.tooltip);
    if (node.accessibilityLabel !== undefined) {
      item.accessibilityInformation = { label: node.accessibilityLabel };
    }
    const command = commandOf(node);
    if (command !== undefined) item.command = command;
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changes.dispose();
    this.#answered.dispose();
  }
}

/**
 * What a click does: it opens the place of the node, else the page of it. (On what can be opened in the tree, a click does
 * that.)
 */
function commandOf(node: TreeNode): vscode.Command | undefined {
  if (node.location !== undefined) return openCommand(node.location);
  if (node.page === undefined || node.children !== 'none') return undefined;
  return { command: 'tickmark.showCriterion', title: 'Show Criterion', arguments: [node.page] };
}

/** VS Code's own command: it previews on a click, and keeps open on a double click. */
function openCommand({ uri, range }: NonNullable<TreeNode['location']>): vscode.Command {
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(uri), { selection }] };
}
