import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { closeAll, rangeOf, show, uriOf } from '../documents.ts';
import { session } from '../tickmark.ts';
import { until } from '../until.ts';

/** What the editor would change for another name of what words stand for: how many places, by path. */
async function renamed(path: string, words: string, name: string): Promise<ReadonlyMap<string, number>> {
  const { document } = await show(path);
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    rangeOf(document, words).end.translate(0, -1),
    name,
  );
  return new Map(
    edit.entries().map(([uri, edits]) => [uri.path.replace(/.*\/(?=\w+\/[^/]+$)/, ''), edits.length]),
  );
}

async function textOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(uriOf(path))).getText();
}

async function moved(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to));
  ok(await vscode.workspace.applyEdit(edit), `${from} can be renamed`);
}

suite('rename', () => {
  teardown(closeAll);

  test('of an id changes every document that names it', async () => {
    await session();
    const changed = await renamed('controls/AC-01-single-sign-on.md', 'id: AC-01', 'AC-91');
    for (const path of [
      'controls/AC-01-single-sign-on.md',
      'registers/risks.yaml',
      'narratives/control-mapping.md',
      'evidence/configurations.yaml',
    ])
      ok((changed.get(path) ?? 0) > 0, `${path} among ${[...changed.keys()].join(', ')}`);
  });

  test('that is refused is not left to the rename of Markdown', async () => {
    await session();
    equal([...(await renamed('controls/AC-01-single-sign-on.md', 'id: AC-01', 'AC-02'))], []);
    equal([...(await renamed('controls/AC-01-single-sign-on.md', 'CC6.1', 'CC6.99'))], []);
  });

  test('of a file is followed by what links to it, there and back', async () => {
    await session();
    const [linking, from, to] = [
      'policies/operations-security.md',
      'policies/secure-development.md',
      'policies/secure-coding.md',
    ];
    const before = await textOf(linking);
    ok(before.includes('(secure-development.md)'), 'it is linked to');
    await moved(from, to);
    const after = before.replaceAll('(secure-development.md', '(secure-coding.md');
    await until(async () => (await textOf(linking)) === after);
    await moved(to, from);
    await until(async () => (await textOf(linking)) === before);
  });
});
