import * as vscode from 'vscode';
import { uriOf } from '../documents.ts';
import { until } from '../until.ts';
import type { FixCase } from './fixCase.ts';

/** An edit of a document, as the editor keeps it in a workspace edit. */
export type Edit = vscode.TextEdit | vscode.SnippetTextEdit;

/** Where the findings of the rule of a case are. */
export function placesOf({ rule, program }: FixCase): [vscode.Uri, vscode.Range][] {
  const base = `${uriOf(program).path}/`;
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.startsWith(base))
    .flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ code }) => String(typeof code === 'object' ? code.value : code) === rule)
        .map(({ range }): [vscode.Uri, vscode.Range] => [uri, range]),
    );
}

/** How often a fix is asked for: while a document is being opened, its findings may come anew, and the editor offers nothing. */
const tries = 200;

/** The commands of fixes that ask a person before anything is written. */
const asking = ['tickmark.newRecord', 'tickmark.proposeCriteria'];

/** What a fix does: its edits, or that it asks a person first. */
export type Offered = vscode.WorkspaceEdit | 'asks';

/** The fix of a case as the extension offers it; undefined where it does not. */
export async function offered(each: FixCase): Promise<Offered | undefined> {
  let tried = 0;
  const found = await until(
    async () => (await offeredNow(each)) ?? (++tried < tries ? undefined : 'nothing'),
  );
  return found === 'nothing' ? undefined : found;
}

async function offeredNow(each: FixCase): Promise<Offered | undefined> {
  for (const [uri, range] of placesOf(each)) {
    await vscode.workspace.openTextDocument(uri);
    const actions = await until(() => actionsAt(uri, range));
    const action = actions.find(({ title }) => title === each.title);
    if (action?.edit) return action.edit;
    if (action?.command && asking.includes(action.command.command)) return 'asks';
  }
  return undefined;
}

/** What the editor offers; undefined where it called the question off, as it does while it is busy with a document. */
async function actionsAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[] | undefined> {
  const command = 'vscode.executeCodeActionProvider';
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(command, uri, range, 'quickfix');
  } catch (error) {
    if (error instanceof Error && error.name === 'Canceled') return undefined;
    throw error;
  }
}

/** The edits of one document. Of a workspace edit the editor shows only those without snippets; the others are read inside it. */
export function editsOf(edit: vscode.WorkspaceEdit, uri: vscode.Uri): Edit[] {
  const entries: unknown = Reflect.get(edit, '_edits');
  if (!Array.isArray(entries)) throw new Error('a workspace edit of VS Code keeps its edits elsewhere');
  return entries.filter(entry => String(entry.uri) === String(uri)).flatMap(entryEdit);
}

function entryEdit({ edit, range }: { readonly edit?: unknown; readonly range?: unknown }): Edit[] {
  if (edit instanceof vscode.TextEdit) return [edit];
  if (edit instanceof vscode.SnippetString && range instanceof vscode.Range) {
    return [new vscode.SnippetTextEdit(range, edit)];
  }
  return [];
}
