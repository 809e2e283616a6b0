import { DocumentOnTypeFormattingRequest } from 'vscode-languageserver';
import { nextItemAt } from '../../core/features/nextItem.ts';
import { offsetAt, rangeAt } from '../positions.ts';
import { object, string } from '../shapes.ts';
import { documentRequest, type Feature, position, textDocument } from './feature.ts';

/** What is typed for the author: a new line in a list of criteria or ids starts its next item. */
export const onType: Feature = {
  // Eglot, Kate, and LSP4IJ ask for it, and do not announce that they do.
  announces: ({ own }) =>
    own.otherFormatters ? {} : { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } },
  answers: [
    documentRequest(
      DocumentOnTypeFormattingRequest.type,
      object({ textDocument, position, ch: string }),
      null,
      (document, { position: at, ch }, context) => {
        const editing = ch === '\n' ? context.editingOf(document) : undefined;
        if (!editing) return null;
        const { encoding } = context.abilities;
        const edit = nextItemAt(editing, offsetAt(document.buffer, at, encoding));
        return edit ? [{ range: rangeAt(document.buffer, edit, encoding), newText: edit.text }] : [];
      },
    ),
  ],
};
