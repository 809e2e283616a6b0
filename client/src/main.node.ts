import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activate as activateIn, type Tickmark } from './extension.ts';

/** Starts Tickmark in a Node extension host: the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<Tickmark> {
  const module = Uri.joinPath(context.extensionUri, 'server', 'dist', 'lsp.cjs').fsPath;
  return activateIn(
    context,
    options => new LanguageClient('tickmark', 'Tickmark', { module, transport: TransportKind.ipc }, options),
  );
}
