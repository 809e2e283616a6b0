import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { closeAll, uriOf } from '../documents.ts';
import { session } from '../tickmark.ts';
import { until } from '../until.ts';
import type { FixCase } from './fixCase.ts';
import { type Edit, editsOf, type Offered, offered, placesOf } from './offered.ts';

/** For how many cases the editor is asked at once. */
const atOnce = 5;

suite('every fix of every rule', () => {
  let cases: readonly FixCase[] = [];

  suiteSetup(async () => {
    const json = await vscode.workspace.fs.readFile(uriOf('cases.json'));
    cases = JSON.parse(new TextDecoder().decode(json));
    await session();
    await until(() => cases.every(each => placesOf(each).length > 0));
  });
  teardown(closeAll);

  // To open an editor for each fix would take long, so the edits are applied to the same text in two editors that stay.
  test('gives the text of its golden file, in the active editor and in another one', async function () {
    this.timeout(240_000);
    const active = await vscode.workspace.openTextDocument({ language: 'plaintext' });
    const other = await vscode.workspace.openTextDocument({ language: 'plaintext' });
    await vscode.window.showTextDocument(other, { viewColumn: vscode.ViewColumn.Two });
    await vscode.window.showTextDocument(active, { viewColumn: vscode.ViewColumn.One });
    const wrong: string[] = [];
    let snippets = 0;
    for (let from = 0; from < cases.length; from += atOnce) {
      const some = cases.slice(from, from + atOnce);
      const fixes = await Promise.all(some.map(each => offered(each)));
      for (const [i, each] of some.entries()) {
        const fix = fixes[i];
        const instead = otherwise(each, fix);
        if (instead !== undefined) wrong.push(`${each.program}: ${each.title} ${instead}`);
        else if (fix !== undefined && fix !== 'asks')
          for (const { path, before, after } of each.documents) {
            const edits = editsOf(fix, uriOf(`${each.program}/${path}`));
            const isSnippet = edits.some(edit => edit instanceof vscode.SnippetTextEdit);
            if (isSnippet) snippets++;
            // Plain edits are applied in one way only.
            const documents = isSnippet ? [active, other] : [other];
            await apply(documents, document => [vscode.TextEdit.replace(whole(document), before)]);
            await apply(documents, () => edits);
            for (const document of documents) {
              const text = document.getText();
              if (withLineEnd(text) === withLineEnd(after)) continue;
              const editor = document === active ? 'the active editor' : 'another editor';
              wrong.push(`${each.title} in ${each.program}/${path}, in ${editor}:\n${text}`);
            }
          }
      }
    }
    equal(wrong, [], 'what comes out differently');
    equal(String(vscode.window.activeTextEditor?.document.uri), String(active.uri), 'the active editor');
    ok(snippets > 40, `${snippets} edits with a caret: enough`);
  });
});

/** What a fix does otherwise than its golden file says. Only what makes documents, or changes nothing itself, asks first. */
function otherwise({ documents }: FixCase, fix: Offered | undefined): string | undefined {
  if (fix === undefined) return 'is not offered';
  const asksFirst = fix === 'asks';
  if (asksFirst && documents.some(({ before }) => before !== '')) return 'asks, and edits nothing';
  if (!asksFirst && documents.length === 0) return 'edits, and asks nothing';
  return undefined;
}

async function apply(
  documents: readonly vscode.TextDocument[],
  editsOf: (document: vscode.TextDocument) => Edit[],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const document of documents) edit.set(document.uri, editsOf(document));
  ok(await vscode.workspace.applyEdit(edit), 'the outcome of an edit');
}

function whole(document: vscode.TextDocument): vscode.Range {
  return document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
}

/** A golden file ends each document with a line end. */
function withLineEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
