import type { Connection, Diagnostic } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A criterion that does not exist. */
const unknown = 'CC9.9';

/** A language server that knows one thing: it publishes a diagnostic for each line that contains `CC9.9`. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(({ document }) => {
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: diagnose(document.getText()) });
  });
  connection.onInitialize(() => ({ capabilities: { textDocumentSync: 2 } }));
  documents.listen(connection);
  connection.listen();
}

function diagnose(text: string): Diagnostic[] {
  return text.split('\n').flatMap((content, line) => {
    const start = content.indexOf(unknown);
    if (start < 0) return [];
    const range = { start: { line, character: start }, end: { line, character: start + unknown.length } };
    return [{ range, message: `${unknown} is not a criterion.`, source: 'tickmark' }];
  });
}
