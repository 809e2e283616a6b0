import * as vscode from 'vscode';
import { type BaseLanguageClient, type Middleware, vsdiag } from 'vscode-languageclient';

/**
 * Keeps the findings of documents that are open, but in no tab any more. The language client forgets what it pulled when
 * the last tab of a document closes. VS Code may keep the document open for minutes, and the server, which does not know
 * of tabs, tells its findings by itself again only once it is closed.
 */
export class KeptFindings {
  readonly #pulled = new Map<string, vscode.Diagnostic[]>();

  /** Watches what is pulled, and takes back what was kept. */
  middleware(client: () => BaseLanguageClient): Middleware {
    return {
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        const uri = document instanceof vscode.Uri ? document : document.uri;
        if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) {
          this.#pulled.set(uri.toString(), report.items);
        }
        client().diagnostics?.delete(uri);
        return report;
      },
    };
  }

  /** Shows what was pulled for as long as a document is open without a tab. */
  keepFor(client: BaseLanguageClient): vscode.Disposable {
    const isOpen = (uri: vscode.Uri): boolean =>
      vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());
    return vscode.Disposable.from(
      client.visibleDocuments.onClose(closed => {
        for (const uri of closed) {
          const findings = this.#pulled.get(uri.toString());
          if (findings !== undefined && isOpen(uri)) client.diagnostics?.set(uri, findings);
        }
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#pulled.delete(uri.toString())) client.diagnostics?.delete(uri);
      }),
    );
  }
}
