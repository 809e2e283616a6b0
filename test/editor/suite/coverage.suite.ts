import * as vscode from 'vscode';
import { tickmark } from '../tickmark.ts';
import { until } from '../until.ts';

suite('coverage', () => {
  test('a folder with tickmark.yaml gets a view that can be shown', async () => {
    const { coverage } = await tickmark();
    await vscode.commands.executeCommand('tickmark.coverage.focus');
    await until(() => coverage.visible);
  });

  test('the view is hidden behind another one', async () => {
    const { coverage } = await tickmark();
    await vscode.commands.executeCommand('tickmark.coverage.focus');
    await until(() => coverage.visible);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await until(() => !coverage.visible);
  });
});
