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

  test('criteria are suggested by words, and the list follows what is typed', async () => {
    await session();
    const editor = await show('policies/access-control.md');
    const end = rangeOf(editor.document, 'CC6.3]').end.translate(0, -1);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: ', encr' });
    const behind = end.translate(0, ', encr'.length);
    await until(async () => (await suggested(editor.document, behind))[0] === 'CC6.7');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until(async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('CC6.3, CC6.7]');
    });
  });

  test('words of the document are not suggested in a value to which nothing belongs, and in its text they are', async () => {
    await session();
    const editor = await show('policies/access-control.md');
    const { document } = editor;
    const version = rangeOf(document, 'version: 2.3').end;
    await editor.edit(edit => edit.insert(version, ' acc'));
    await until(async () => !(await suggested(document, version.translate(0, 4))).includes('access'));
    const text = rangeOf(document, 'System owners review').start;
    await editor.edit(edit => edit.insert(text, 'bir '));
    await until(async () => (await suggested(document, text.translate(0, 3))).includes('birthright'));
  });
});

/** The labels of what is suggested at a position, in the order in which it is shown. */
async function suggested(document: vscode.TextDocument, at: vscode.Position): Promise<readonly string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return items
    .toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}
