import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import { formattingEdits } from '../../core/formats/formatting/formatting.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { OpenDocument, ServerContext } from '../context.ts';
import { offsetsAt, rangeAt } from '../positions.ts';
import { object } from '../shapes.ts';
import { documentRequest, type Feature, range, textDocument } from './feature.ts';

/** The records of a YAML document in one form. Markdown has formatters of its own, so its front matter is left to an action. */
export const formatting: Feature = {
  announces: ({ own }) =>
    own.otherFormatters ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  answers: [
    documentRequest(
      DocumentFormattingRequest.type,
      object({ textDocument }),
      null,
      (document, _params, context) => formatted(document, context),
    ),
    documentRequest(
      DocumentRangeFormattingRequest.type,
      object({ textDocument, range }),
      null,
      (document, { range: asked }, context) =>
        formatted(document, context, offsetsAt(document.buffer, asked, context.abilities.encoding)),
    ),
  ],
};

function formatted(document: OpenDocument, context: ServerContext, within?: TextRange): TextEdit[] | null {
  const editing = context.editingOf(document);
  if (editing?.facts.role.language !== 'yaml') return null;
  return formattingEdits(editing.facts, within).map(edit => ({
    range: rangeAt(document.buffer, edit, context.abilities.encoding),
    newText: edit.text,
  }));
}
