import * as vscode from 'vscode';

/** The tree of criteria in the sidebar; a placeholder until the server supplies it. */
export class Coverage implements vscode.TreeDataProvider<string> {
  getChildren(parent?: string): string[] {
    return parent === undefined ? ['Common criteria'] : [];
  }

  getTreeItem(label: string): vscode.TreeItem {
    return new vscode.TreeItem(label);
  }
}
