import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import { formattingEdits } from '../../core/formats/formatting/formatting.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { OpenDocument, ServerContext } from '../context.ts';
import { offsetAt, rangeAt } from '../positions.ts';
import { object } from '../shapes.ts';
import { documentRequest, type Feature, position, textDocument } from './feature.ts';

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
      object({ textDocument, range: object({ start: position, end: position }) }),
      null,
      (document, { range }, context) => {
        const { encoding } = context.abilities;
        const [start, end] = [range.start, range.end].map(at => offsetAt(document.buffer, at, encoding));
        return formatted(document, context, { start: start ?? 0, end: end ?? 0 });
      },
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
