import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as activateIn, type Tickmark } from './extension.ts';

/**
 * Starts Tickmark in a web extension host: the server is a worker. (It is not made by a function: the language client
 * would test its result with `instanceof Worker`, which fails for the workers of a web extension host.)
 */
export function activate(context: ExtensionContext): Promise<Tickmark> {
  const server = Uri.joinPath(context.extensionUri, 'server', 'dist', 'lsp.browser.js').toString(true);
  return activateIn(
    context,
    options => new LanguageClient('tickmark', 'Tickmark', new Worker(server), options),
  );
}
