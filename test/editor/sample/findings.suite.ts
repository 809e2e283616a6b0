import * as vscode from 'vscode';
import { equal } from '../assert.ts';
import { closeAll, findings, rangeOf, replace, show, uriOf } from '../documents.ts';
import { session } from '../tickmark.ts';
import { until } from '../until.ts';

suite('findings', () => {
  teardown(closeAll);

  test('one comes while a policy is edited, and goes once it is mended', async () => {
    await session();
    const { document } = await show('policies/access-control.md');
    await replace(document, 'CC6.3]', 'CC6.3, CC9.9]');
    await until(() => findings(document).includes('CC9.9: criteria/unknown'));
    await replace(document, 'CC6.3, CC9.9]', 'CC6.3]');
    await until(() => findings(document).length === 0);
  });

  test('one about a whole program goes when another document answers it', async () => {
    await session();
    const { document: manifest } = await show('tickmark.yaml');
    await until(() => findings(manifest).includes('security: coverage/missing'));
    const { document: policy } = await show('policies/risk-management.md');
    await replace(policy, 'TSC: [', 'TSC: [CC3.3, ');
    await until(() => !findings(manifest).includes('security: coverage/missing'));
  });

  test('a fix that the editor offers as the best one mends it', async () => {
    await session();
    const editor = await show('policies/access-control.md');
    const { document } = editor;
    await replace(document, 'CC6.3]', 'CC6.3, cc6.4]');
    await until(() => findings(document).includes('cc6.4: criteria/spelling'));
    const { start } = rangeOf(document, 'cc6.4');
    editor.selection = new vscode.Selection(start, start);
    // An editor that has just been shown takes no command yet: the command is given until it has an effect.
    await until(async () => {
      await vscode.commands.executeCommand('editor.action.autoFix');
      return document.getText().includes('[CC6.1, CC6.2, CC6.3, CC6.4]');
    });
    await until(() => findings(document).length === 0);
  });

  test('none is doubled or lost while its document is opened, peeked at and closed', async () => {
    await session();
    const path = 'controls/TP-01-vendor-reviews.md';
    const expected = ['vendor-management: documents/unknown-reference'];
    const uri = uriOf(path);
    const shown = (): number =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'tickmark').length;
    // Before it is opened.
    await until(() => shown() === 1);
    const counts = new Set<number>();
    const watching = vscode.languages.onDidChangeDiagnostics(() => counts.add(shown()));

    const document = await vscode.workspace.openTextDocument(uri);
    equal(findings(document), expected, 'open in the background');

    await show(path);
    await settled(document);
    equal(findings(document), expected, 'in a tab');

    const { document: other } = await show('policies/third-party-risk.md');
    const peeked = new vscode.Location(uri, new vscode.Position(0, 0));
    await vscode.commands.executeCommand(
      'editor.action.peekLocations',
      other.uri,
      new vscode.Position(0, 0),
      [peeked],
      'peek',
    );
    await settled(document);
    equal(findings(document), expected, 'peeked at');

    await closeAll();
    await settled(document);
    equal(findings(document), expected, 'in no tab any more');
    watching.dispose();
    equal(
      [...counts].filter(count => count !== 1),
      [],
      'counts at any moment',
    );
  });
});

/** Waits until what the server was asked or told before is answered and drawn: it answers in order. */
async function settled(document: vscode.TextDocument): Promise<void> {
  for (const line of [0, 1, 2]) {
    const position = new vscode.Position(line, 0);
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
  }
}
