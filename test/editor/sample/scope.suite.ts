import * as vscode from 'vscode';
import { equal, match } from '../assert.ts';
import { closeAll, replace, show } from '../documents.ts';
import { press } from '../press.ts';
import { node, session } from '../tickmark.ts';
import { until } from '../until.ts';

suite('scope and report', () => {
  teardown(closeAll);

  test('a category is added to the scope, and the tree follows', async () => {
    const { status } = await session();
    const { document } = await show('tickmark.yaml');
    const before = document.getText();
    const chosen = vscode.commands.executeCommand('tickmark.chooseScope');
    await press('first', 'next', 'next', 'toggle', 'accept');
    await chosen;

    // Nothing but the list of categories is written anew.
    const list = /^( {4}categories: )\[.*\]$/m;
    match(document.getText(), /^ {4}categories: \[[^\]]*\bprocessing-integrity\b[^\]]*\]$/m);
    equal(document.getText().replace(list, '$1'), before.replace(list, '$1'), 'the rest of the manifest');
    await until(() => node('SOC 2', 'Processing Integrity', 'PI1', 'PI1.1'));
    await until(() => status.program?.categories.every(({ id, chosen }) => chosen === (id !== 'privacy')));
  });

  test('another report is answered for', async () => {
    const { status } = await session();
    const { document } = await show('tickmark.yaml');
    const report = 'reports:\n  - id: trust\n    kind: soc3\n    categories: [security]\n';
    await replace(document, 'reports:\n', report);
    await until(() => status.program?.reports.length === 2);
    const shown = status.program?.report;
    const switched = vscode.commands.executeCommand('tickmark.switchReport');
    await press(shown === 'trust' ? 'last' : 'first', 'accept');
    await switched;
    await until(() => status.program?.report === (shown === 'trust' ? 'soc2-2026' : 'trust'));
  });
});
