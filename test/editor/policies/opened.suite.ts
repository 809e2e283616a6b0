import * as vscode from 'vscode';
import { equal } from '../assert.ts';
import { uriOf } from '../documents.ts';
import { session } from '../tickmark.ts';
import { until } from '../until.ts';

suite('a folder of policies without any layout', () => {
  test('comes alive before one of them is opened, and shows what check finds', async () => {
    const { coverage } = await session();
    const uri = uriOf('rules/doors-policy.md');
    await vscode.window.showTextDocument(uri);
    const found = await until(() => {
      const codes = vscode.languages.getDiagnostics(uri).map(({ code }) => code);
      const rules = codes.map(code => (typeof code === 'object' ? code.value : code));
      return rules.includes('criteria/unknown') && rules;
    });
    equal(found.includes('scope/not-read'), false, 'it is read');
    await vscode.commands.executeCommand('tickmark.coverage.focus');
    await until(() => coverage.view.visible);
  });
});
