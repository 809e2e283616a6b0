import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { Coverage } from './views/coverage.ts';

/** What activation gives back: other extensions and the tests in real editors read it. */
export interface Tickmark {
  readonly coverage: vscode.TreeView<string>;
}

/**
 * Builds the language client that suits the extension host; it is not yet started.
 * @param options what to listen to and where to write, the same in every host
 */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language server and shows the views; everything ends with the context's subscriptions. */
export async function activate(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
): Promise<Tickmark> {
  const output = vscode.window.createOutputChannel('Tickmark', { log: true });
  const coverage = vscode.window.createTreeView('tickmark.coverage', { treeDataProvider: new Coverage() });
  const client = createClient({
    documentSelector: [{ language: 'markdown' }, { language: 'yaml' }],
    outputChannel: output,
  });
  context.subscriptions.push(
    output,
    coverage,
    vscode.commands.registerCommand('tickmark.showOutput', () => output.show()),
    { dispose: () => client.dispose() },
  );
  await vscode.commands.executeCommand('setContext', 'tickmark.active', true);
  await client.start();
  return { coverage };
}
