import * as vscode from 'vscode';
import { equal, match } from '../assert.ts';
import { closeAll, rangeOf, show, uriOf } from '../documents.ts';
import { takeSuggested } from '../firstHour.ts';
import { node, session } from '../tickmark.ts';
import { until } from '../until.ts';

suite('new records', () => {
  const opened = (path: string) =>
    until(() => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.path.endsWith(path) === true ? editor : undefined;
    });
  const remove = (path: string) => vscode.workspace.fs.delete(uriOf(path));
  teardown(closeAll);

  test('a control is begun on a criterion of the tree: it opens where typing begins, and the tree follows', async () => {
    await session();
    const criterion = await until(() => node('SOC 2', 'Security', 'CC3', 'CC3.3'));
    await takeSuggested('tickmark.newControl', criterion);
    const editor = await opened('.md');
    const text = editor.document.getText();
    match(text, /^---\nid: GV-06\ntitle: .+\nowner: \nstatement: >-\n/);
    match(text, /\nstatus: planned\nsatisfies:\n {2}TSC: \[CC3\.3\]\n/);
    equal(editor.document.lineAt(editor.selection.active).text, 'owner: ', 'the line of the caret');
    equal(editor.selection.active.character, 'owner: '.length, 'its column');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    const place = await until(() => (editor.selection.isEmpty ? undefined : editor.selection));
    match(editor.document.getText(place), /^\[Describe who does what/);
    await editor.document.save();
    await vscode.workspace.fs.delete(editor.document.uri);
  });

  test('a policy is begun in the folder of a file of the explorer, and a control on the criterion at the cursor', async () => {
    await session();
    await takeSuggested('tickmark.newPolicy', uriOf('narratives/system-description.md'));
    const policy = await opened('.md');
    match(vscode.workspace.asRelativePath(policy.document.uri), /^narratives\/[\w-]+\.md$/);
    match(policy.document.getText(), /^---\nid: [\w-]+\n[\s\S]*\ntitle: .+\nowner: \n/);
    await policy.document.save();
    await vscode.workspace.fs.delete(policy.document.uri);

    const editor = await show('policies/access-control.md');
    const { start } = rangeOf(editor.document, 'CC6.2');
    editor.selection = new vscode.Selection(start, start);
    await until(() => vscode.window.activeTextEditor === editor);
    await takeSuggested('tickmark.newControl');
    const control = await until(() => {
      const shown = vscode.window.activeTextEditor;
      return shown?.document.uri.path.includes('/controls/AC-09') === true ? shown : undefined;
    });
    match(control.document.getText(), /^---\nid: AC-09\n[\s\S]*\nsatisfies:\n {2}TSC: \[CC6\.2\]\n/);
    await control.document.save();
    await vscode.workspace.fs.delete(control.document.uri);
  });

  test('a record that is created by a fix opens where typing begins', async () => {
    const { document } = await show('controls/AC-01-single-sign-on.md');
    const range = await until(() => {
      const at = document.getText().indexOf('policies: [') + 'policies: ['.length;
      return at > 20 ? new vscode.Range(document.positionAt(at), document.positionAt(at)) : undefined;
    });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, range.start, 'vendor-exits, ');
    await vscode.workspace.applyEdit(edit);
    const action = await until(async () => {
      const command = 'vscode.executeCodeActionProvider';
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range);
      return actions.find(({ title }) => title === 'Create policy vendor-exits');
    });
    const { command } = action;
    if (action.edit) await vscode.workspace.applyEdit(action.edit);
    equal(command?.command, 'tickmark.openRecord');
    await vscode.commands.executeCommand('tickmark.openRecord', ...(command?.arguments ?? []));
    const editor = await opened('policies/vendor-exits.md');
    match(editor.document.getText(), /^---\nid: vendor-exits\ntitle: Vendor exits\nowner: \nversion: 0\.1\n/);
    equal(editor.document.lineAt(editor.selection.active).text, 'owner: ', 'the line of the caret');
    await editor.document.save();
    await remove('policies/vendor-exits.md');
  });
});
