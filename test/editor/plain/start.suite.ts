import * as vscode from 'vscode';
import { equal, match } from '../assert.ts';
import { uriOf } from '../documents.ts';
import { press } from '../press.ts';
import { extension, node, session } from '../tickmark.ts';
import { until } from '../until.ts';

suite('a folder without control documentation', () => {
  const read = async (): Promise<string | undefined> => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('tickmark.yaml')));
    } catch {
      return undefined;
    }
  };

  test('nothing starts, though it has folders that often hold some', async () => {
    await vscode.window.showTextDocument(uriOf('README.md'));
    const { looked, session } = await extension().activate();
    await looked;
    equal(session(), undefined, 'the server');
  });

  test('a start that is left on the way creates nothing', async () => {
    let left = false;
    void vscode.commands.executeCommand('tickmark.start').then(() => {
      left = true;
    });
    await press('accept');
    await until(async () => {
      await press('leave');
      return left;
    });
    equal(await read(), undefined, 'the manifest');
  });

  test('a program is started: the suggested answers make a manifest, and the views appear', async () => {
    const started = vscode.commands.executeCommand('tickmark.start');
    // The answer to each question is the suggested one. Nothing happens where no question is shown.
    const text = await until(async () => {
      await press('accept');
      return read();
    });
    await started;
    match(text, /^organization: plain$/m);
    match(text, /kind: soc2/);
    match(text, /categories: \[security\]/);
    match(text, /preset: start/);
    const [shown] = vscode.window.visibleTextEditors;
    equal(shown?.document.uri.toString(), uriOf('tickmark.yaml').toString());

    const { coverage, pageView } = await session();
    equal(pageView.page?.page, 'what-next');
    await until(() => coverage.view.visible);
    await until(() => node('SOC 2 Type I', 'Security', 'CC1', 'CC1.1'));
  });

  test('a manifest that is there is never written over', async () => {
    await vscode.workspace.fs.writeFile(uriOf('tickmark.yaml'), new TextEncoder().encode('# mine\n'));
    void vscode.commands.executeCommand('tickmark.start');
    await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('/tickmark.yaml'));
    await press('accept', 'accept');
    equal(await read(), '# mine\n');
  });
});
