import * as vscode from 'vscode';
import { equal, match, ok } from '../assert.ts';
import { closeAll, show } from '../documents.ts';
import { wordsIn } from '../places.ts';
import { session } from '../tickmark.ts';
import { until } from '../until.ts';

const control = 'controls/AC-01-single-sign-on.md';

/** All that is shown on hovering over words. */
async function hoverOver(path: string, words: string): Promise<string> {
  const { document, at } = await wordsIn(path, words);
  const command = 'vscode.executeHoverProvider';
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, at);
  const contents = hovers.flatMap(hover => hover.contents);
  return contents.map(content => (typeof content === 'string' ? content : content.value)).join('\n');
}

/** The lenses of a document, with what they do. */
async function lensesOf(document: vscode.TextDocument): Promise<readonly vscode.Command[]> {
  const command = 'vscode.executeCodeLensProvider';
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri, 100);
  const told = lenses.flatMap(lens => lens.command ?? []);
  // Whether evidence is due depends on the day.
  return told.filter(({ title }) => !title.startsWith('Evidence'));
}

/** The words of the inlay hints of a document. */
async function hintsOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const command = 'vscode.executeInlayHintProvider';
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, document.uri, all);
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}

suite('what is shown of a record', () => {
  teardown(closeAll);

  test('a hover says what a criterion, a control, a person, and a date are', async () => {
    await session();
    match(await hoverOver(control, 'CC6.1'), /Logical access protection[\s\S]*AC-01/);
    const record = await hoverOver('narratives/control-mapping.md', '| AC-01');
    match(record, /Single sign-on with multi-factor authentication[\s\S]*Okta enforces[\s\S]*EV-AC-01/);
    match(await hoverOver(control, 'kenji-watanabe'), /Kenji Watanabe/);
    match(await hoverOver('evidence/access-review-2026-q3.md', 'performed: 2026-09-23'), /in the period|ago/);
  });

  test('lenses and hints tell of a control, and settings turn off each', async () => {
    await session();
    const { document } = await show(control);
    const lenses = await until(async () => {
      const found = await lensesOf(document);
      return found.length === 2 && found;
    });
    match(lenses[0]?.title, /^2 criteria: /);
    match(lenses[1]?.title, /^\d+ references$/);
    const { document: risks } = await wordsIn('registers/risks.yaml', 'RK-01');
    const ofCriteria = await hintsOf(document);
    match(ofCriteria.join(', '), /^Logical access .*, Threats from outside$/);
    match((await hintsOf(risks))[0], /^Single sign/);

    const settings = vscode.workspace.getConfiguration('tickmark');
    const set = async (names: readonly string[], value: false | undefined): Promise<void> => {
      for (const name of names) await settings.update(name, value, vscode.ConfigurationTarget.Global);
    };
    const [some, others] = [
      ['codeLens.coverage', 'inlayHints.criteria'],
      ['codeLens.references', 'inlayHints.records'],
    ];
    try {
      await set(some, false);
      await until(async () => (await lensesOf(document)).length === 1);
      match((await lensesOf(document))[0]?.title, / references$/);
      await until(async () => (await hintsOf(document)).length === 0);
      ok((await hintsOf(risks)).length > 0, 'the hints of records');
      await set(others, false);
      await until(async () => (await lensesOf(document)).length === 0);
      await until(async () => (await hintsOf(risks)).length === 0);
    } finally {
      await set([...some, ...others], undefined);
    }
    await until(async () => (await lensesOf(document)).length === 2);
    equal(await hintsOf(document), ofCriteria);
  });
});
