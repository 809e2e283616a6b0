import * as vscode from 'vscode';

const commands = {
  first: 'quickInput.first',
  next: 'quickInput.next',
  last: 'quickInput.last',
  toggle: 'quickInput.toggleCheckbox',
  accept: 'workbench.action.acceptSelectedQuickOpenItem',
  leave: 'workbench.action.closeQuickOpen',
} as const;

/** Presses keys in the quick input that is shown, one after the other. */
export async function press(...keys: readonly (keyof typeof commands)[]): Promise<void> {
  for (const key of keys) {
    // By the time that the first question to the editor comes back, the extension has had its say about the key before,
    // and by the second, the editor has drawn it.
    await vscode.commands.getCommands();
    await vscode.commands.getCommands();
    await vscode.commands.executeCommand(commands[key]);
  }
}
