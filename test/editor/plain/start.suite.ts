import * as vscode from 'vscode';
import { equal, match, ok } from '../assert.ts';
import { uriOf } from '../documents.ts';
import {
  controlWords,
  countWords,
  errors,
  mostWords,
  policyWords,
  takeSuggested,
  whatNext,
  write,
} from '../firstHour.ts';
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

  test('an empty folder becomes a program with a control, a policy, and evidence, and without an error', async function () {
    this.timeout(120_000);
    for (const path of ['README.md', 'policies', 'procedures']) {
      await vscode.workspace.fs.delete(uriOf(path), { recursive: true });
    }
    await takeSuggested('tickmark.start');
    const manifest = (await read()) ?? '';
    match(manifest, /^organization: plain$/m);
    match(manifest, /kind: soc2/);
    match(manifest, /categories: \[security\]/);
    match(manifest, /preset: start/);
    const [shown] = vscode.window.visibleTextEditors;
    equal(shown?.document.uri.toString(), uriOf('tickmark.yaml').toString());
    const { coverage } = await session();
    const page = await whatNext('It holds no controls or policies yet.');
    await until(() => coverage.view.visible);
    await until(() => node('SOC 2 Type I', 'Security', 'CC1', 'CC1.1'));

    const control = await write('tickmark.newControl', controlWords);
    match(control, /^---\nid: CTL-01\n/);
    match(control, /TSC: \[CC1\.1\]/);
    const policy = await write('tickmark.newPolicy', policyWords);
    match(policy, /^---\nid: code-of-conduct\n/);
    const evidence = await write('tickmark.newEvidence', new Map());
    match(evidence, /controls: \[CTL-01\]/);
    const last = await whatNext('It holds 1 control, 1 policy, 1 evidence');
    equal(errors(), [], 'the errors');
    const words = countWords(manifest, page, control, policy, evidence, last);
    ok(words < mostWords, `${words} words: few enough`);
  });

  test('a manifest that is there is never written over', async () => {
    await vscode.workspace.fs.writeFile(uriOf('tickmark.yaml'), new TextEncoder().encode('# mine\n'));
    void vscode.commands.executeCommand('tickmark.start');
    await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('/tickmark.yaml'));
    await press('accept', 'accept');
    equal(await read(), '# mine\n');
  });
});
