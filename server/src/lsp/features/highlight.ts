import { DocumentHighlightKind, DocumentHighlightRequest } from 'vscode-languageserver';
import { highlightsAt } from '../../core/features/highlight.ts';
import { rangeAt } from '../positions.ts';
import { type Feature, positionRequest } from './feature.ts';

/** The places of a document that name or cite what the caret is on. */
export const highlight: Feature = {
  announces: () => ({ documentHighlightProvider: true }),
  answers: [
    positionRequest(DocumentHighlightRequest.type, [], ({ editing, offset, buffer }, { abilities }) =>
      highlightsAt(editing, offset).map(({ range, isStatement }) => ({
        range: rangeAt(buffer, range, abilities.encoding),
        kind: isStatement ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  ],
};
