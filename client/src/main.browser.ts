import { type ExtensionContext, Uri } from 'vscode';
import { activate as activateIn, type Tickmark } from './extension.ts';

/** Starts Tickmark in a web extension host: the server is a worker. */
export function activate(context: ExtensionContext): Tickmark {
  const server = Uri.joinPath(context.extensionUri, 'server', 'dist', 'lsp', 'lsp.js').toString(true);
  return activateIn(context, async options => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    // Given a worker, the language client could not start another one after a crash; given a function that makes one, it
    // would test `instanceof Worker`, which fails in a web extension host.
    const connect = async () => {
      const worker = new Worker(server);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient('tickmark', 'Tickmark', connect, options);
  });
}
