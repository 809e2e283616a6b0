import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { RenameEdit } from '../core/features/rename/edits.ts';
import type { DocumentEdits } from '../core/features/rename/renamed.ts';
import { below } from '../workspace/files.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import { type DocumentEdit, editedDocument, editOf } from './editedDocument.ts';
import { rangeAt } from './positions.ts';
import type { EditsContext } from './workspaceEdits.ts';

/** What a client that previews edits says of those in running text, which it does not make before a person has agreed. */
const inRunningText: ChangeAnnotation = {
  label: 'In running text',
  description: 'The id is part of a text here. Check that the text means what is renamed.',
  needsConfirmation: true,
};
const annotationId = 'runningText';

/**
 * What a rename or a move changes, as the client applies it: for the versions of documents that it has open. What a person
 * should look at is marked, where the client can show that. Undefined where a document has changed meanwhile.
 */
export function versionedEdit(
  context: EditsContext,
  host: ProgramHost,
  documents: readonly DocumentEdits<RenameEdit>[],
): WorkspaceEdit | undefined {
  const { abilities, buffers } = context;
  const changed: DocumentEdit<TextEdit | AnnotatedTextEdit>[] = [];
  for (const { path, text, edits } of documents) {
    const key = below(host.folder.root, path);
    const buffer = buffers.get(key);
    if (buffer && buffer.text !== text) return undefined;
    const { identifier, measured } = editedDocument(context, key, text);
    changed.push({
      textDocument: identifier,
      edits: edits.map(edit => {
        const plain: TextEdit = { range: rangeAt(measured, edit, abilities.encoding), newText: edit.text };
        const isMarked = edit.isSaid && abilities.changeAnnotations;
        return isMarked ? ({ ...plain, annotationId } satisfies AnnotatedTextEdit) : plain;
      }),
    });
  }
  const isMarked = changed.some(({ edits }) => edits.some(edit => 'annotationId' in edit));
  return {
    ...editOf(changed, abilities),
    ...(isMarked ? { changeAnnotations: { [annotationId]: inRunningText } } : {}),
  };
}
