import * as vscode from 'vscode';
import { equal, match, ok } from '../assert.ts';
import { closeAll, replace, show } from '../documents.ts';
import { node, session } from '../tickmark.ts';
import { until } from '../until.ts';

suite('coverage', () => {
  teardown(closeAll);

  test('the view can be shown, and is hidden behind another one', async () => {
    const { view } = (await session()).coverage;
    await vscode.commands.executeCommand('tickmark.coverage.focus');
    await until(() => view.visible);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await until(() => !view.visible);
  });

  test('the tree has report, categories, groups, criteria and their documents', async () => {
    const { tree } = (await session()).coverage;
    const [report] = await tree.getChildren();
    match(report?.label, /^SOC 2 Type II/);
    const categories = await tree.getChildren(report);
    equal(
      categories.map(({ label }) => label.replace(/ \(\d+\/\d+\)$/, '')),
      ['Security', 'Availability', 'Confidentiality', 'Description of the system'],
    );
    equal((await node('SOC 2', 'Security', 'CC3', 'CC3.3'))?.icon, 'missing');
    equal((await node('SOC 2', 'Security', 'CC6', 'CC6.1'))?.icon, 'implemented');
    ok(await node('SOC 2', 'Security', 'CC6', 'CC6.1', 'AC-01'));
  });

  test('a badge counts the criteria without a control, and follows what is typed', async () => {
    const { coverage, status } = await session();
    const count = status.program?.withoutControl ?? 0;
    match(status.program?.share, /^\d+ of \d+ implemented$/);
    match(coverage.view.badge?.tooltip, /^\d+ criteri(?:on|a) without a control that counts$/);
    equal(coverage.view.badge?.value, count);
    const { document } = await show('controls/AC-01-single-sign-on.md');
    await replace(document, 'CC6.1', 'CC3.3, CC6.1');
    await until(() => (coverage.view.badge?.value ?? 0) === count - 1);
  });

  test('a node has an icon with a color of the theme, and a click on it opens its place', async () => {
    const { tree } = (await session()).coverage;
    const control = await node('SOC 2', 'Security', 'CC6', 'CC6.1', 'AC-01');
    const criterion = await node('SOC 2', 'Security', 'CC6', 'CC6.1');
    ok(control && criterion);
    const { iconPath } = tree.getTreeItem(criterion);
    ok(iconPath instanceof vscode.ThemeIcon && iconPath.color instanceof vscode.ThemeColor);

    const { command } = tree.getTreeItem(control);
    ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = await until(() => vscode.window.activeTextEditor);
    match(editor.document.uri.path, /AC-01-single-sign-on\.md$/);
    await until(() => editor.document.getText(editor.selection) === 'CC6.1');
  });

  test('evidence is grouped by what a person chooses, and a click opens the control or its evidence', async () => {
    const { evidence } = await session();
    const [group] = await evidence.tree.getChildren();
    ok(group?.icon.startsWith('window.'));
    await vscode.commands.executeCommand('tickmark.evidenceByControl');
    const control = (await evidence.tree.getChildren()).find(({ label }) => label.startsWith('AC-'));
    ok(control);
    const [window] = await evidence.tree.getChildren(control);
    ok(window && evidence.tree.getTreeItem(window).iconPath instanceof vscode.ThemeIcon);
    equal(evidence.tree.getTreeItem(window).command?.command, 'vscode.open');
    await vscode.commands.executeCommand('tickmark.evidenceByDueDate');
  });

  test('the manifest opens from its command', async () => {
    await session();
    await vscode.commands.executeCommand('tickmark.openManifest');
    match(vscode.window.activeTextEditor?.document.uri.path, /\/tickmark\.yaml$/);
  });

  test('the tree follows what is typed, without a save', async () => {
    const { tree } = (await session()).coverage;
    let redrawn = false;
    const watching = tree.onDidChangeTreeData(() => {
      redrawn = true;
    });
    const { document } = await show('policies/risk-management.md');
    await replace(document, 'TSC: [', 'TSC: [CC3.3, ');
    await until(async () => (await node('SOC 2', 'Security', 'CC3', 'CC3.3'))?.icon === 'documented');
    await until(() => redrawn);
    watching.dispose();
    ok(await node('SOC 2', 'Security', 'CC3', 'CC3.3', 'risk-management'));
  });
});
