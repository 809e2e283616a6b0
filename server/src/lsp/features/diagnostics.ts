import { DocumentDiagnosticRequest } from 'vscode-languageserver';
import { object, optional, string } from '../shapes.ts';
import { documentRequest, type Feature, textDocument } from './feature.ts';

/** The findings of a document that is open, for a client that pulls them; `Diagnostics` pushes all others. */
export const diagnostics: Feature = {
  announces({ pulls }) {
    if (!pulls) return {};
    // Without an identifier: a client that keeps pushes and answers by it (Sublime Text) would go on showing what it pulled of
    // a document beside what is pushed once that is closed.
    const diagnosticProvider = {
      interFileDependencies: true,
      workspaceDiagnostics: false,
    };
    return { diagnosticProvider };
  },
  answers: [
    // A document that is not open has none to be pulled: what is found there is pushed.
    documentRequest(
      DocumentDiagnosticRequest.type,
      object({ textDocument, previousResultId: optional(string) }),
      { kind: 'full', items: [] },
      ({ key }, { previousResultId }, context) => context.diagnostics.pull(key, previousResultId),
    ),
  ],
};
