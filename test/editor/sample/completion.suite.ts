import * as vscode from 'vscode';
import { closeAll, findings, rangeOf, show } from '../documents.ts';
import { session } from '../tickmark.ts';
import { until } from '../until.ts';

suite('completion', () => {
  teardown(closeAll);

  test('a criterion is suggested where one is cited, and is taken over', async () => {
    await session();
    const editor = await show('policies/access-control.md');
    const { document } = editor;
    const end = rangeOf(document, 'CC6.3]').end.translate(0, -1);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: ', CC7.' });
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    // Nothing is taken over before suggestions are shown.
    await until(async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return /CC6\.3, CC7\.\d\]/.test(document.getText());
    });
    await until(() => findings(document).length === 0);
  });
});
