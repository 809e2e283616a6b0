import * as vscode from 'vscode';
import { equal } from '../assert.ts';
import { closeAll, findings, rangeOf, replace, show, uriOf } from '../documents.ts';
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

  test('criteria come by what is missing, controls by what lacks evidence, and keys by what new records have', async () => {
    await session();
    const first = async (path: string, behind: string, typed: string): Promise<string | undefined> => {
      const document = await vscode.workspace.openTextDocument(uriOf(path));
      const { end } = rangeOf(document, behind);
      await replace(document, behind, behind + typed);
      const at = document.positionAt(document.offsetAt(end) + typed.length);
      const [offered] = await until(async () => {
        const found = await suggested(document, at);
        return found.length > 0 && found;
      });
      await replace(document, behind + typed, behind);
      return offered;
    };
    const [control, register] = ['controls/AC-01-single-sign-on.md', 'evidence/configurations.yaml'];
    // Nothing covers CC3.3.
    equal(await first(control, 'TSC: [CC6.1, CC6.6', ', '), 'CC3.3', 'in front matter');
    const record = '\n- id: OP-09\n  kind: control\n  satisfies:\n    -';
    const operations = 'controls/operations.yaml';
    equal(await first(operations, 'in the order of their ids.', record), 'CC3.3', 'behind a bare dash');
    // No evidence names CM-02.
    equal(await first(register, 'controls: [AC-01', ', '), 'CM-02', 'the control');
    equal(await first(control, 'frequency: continuous', '\n'), 'key', 'the key');
    equal(
      await first('policies/access-control.md', 'One person, one identity.', ' AC-'),
      'AC-01',
      'in prose',
    );
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
