import * as vscode from 'vscode';
import { equal, match, ok } from '../assert.ts';
import { replace, uriOf } from '../documents.ts';
import { controlWords, countWords, errors, mostWords, takeSuggested, whatNext, write } from '../firstHour.ts';
import { session } from '../tickmark.ts';
import { until } from '../until.ts';

suite('the first hour with fourteen policies', () => {
  test('all are read, and it ends at a program with a control and evidence, and without an error', async function () {
    this.timeout(120_000);
    await takeSuggested('tickmark.start');
    const manifest = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('tickmark.yaml')));
    match(manifest, /^include: /m);
    const page = await whatNext('It holds 14 policies.');

    await takeSuggested('tickmark.proposeCriteria');
    const { document: doors } = await vscode.window.showTextDocument(uriOf('rules/doors-policy.md'));
    const mapped = await vscode.workspace.openTextDocument(uriOf('access-control.md'));
    await until(() => /satisfies: .*CC6\.1/.test(mapped.getText()) && !mapped.isDirty);

    await until(() => errors().length === 1);
    const words = countWords(...errors());
    await replace(doors, 'CC6.9', 'CC6.8');
    await doors.save();

    const control = await write('tickmark.newControl', controlWords);
    // Evidence asks for a control only once one is known.
    await whatNext('It holds 1 control');
    const evidence = await write('tickmark.newEvidence', new Map());
    match(evidence, /controls: \[CTL-01\]/);
    const last = await whatNext('It holds 1 control, 14 policies, 1 evidence');
    await until(() => errors().length === 0);
    equal((await session()).coverage.view.visible, true, 'the view');
    const all = words + countWords(manifest, page, control, evidence, last);
    ok(all < mostWords, `${all} words: few enough`);
  });
});
