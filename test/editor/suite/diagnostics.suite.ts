import * as vscode from 'vscode';
import { until } from '../until.ts';
import { uriOf } from '../workspace.ts';

suite('diagnostics', () => {
  const uri = uriOf('controls/access-review.md');
  const findings = (): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'tickmark');

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('an unknown criterion is reported where it stands, and no more once it is mended', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const finding = await until(() => findings()[0]);
    if (document.getText(finding.range) !== 'CC9.9') {
      throw new Error(`reported at ${JSON.stringify(finding.range)}: ${finding.message}`);
    }

    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, finding.range, 'CC9.2');
    await vscode.workspace.applyEdit(edit);
    await until(() => findings().length === 0);
  });
});
