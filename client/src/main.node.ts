import { type ExtensionContext, Uri } from 'vscode';
import { activate as activateIn, type Tickmark } from './extension.ts';

/** Starts Tickmark in a Node extension host: the server is a process of its own. */
export function activate(context: ExtensionContext): Tickmark {
  const module = Uri.joinPath(context.extensionUri, 'server', 'dist', 'launch.lsp.cjs').fsPath;
  return activateIn(context, async options => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    return new LanguageClient('tickmark', 'Tickmark', { module, transport: TransportKind.ipc }, options);
  });
}
