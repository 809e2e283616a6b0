import type {
  CreateFile,
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { DocumentEdits } from '../../../protocol/documentEdits.ts';
import type { Fix, FixEdit } from '../core/rules/rule.ts';
import { groupedBy } from '../core/text/lists.ts';
import { sourceOf } from '../core/text/source.ts';
import { below, contentOf, type Files } from '../workspace/files.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { Abilities } from './abilities.ts';
import { anchoredEdits, withoutCaret } from './anchoredEdits.ts';
import type { Buffers } from './buffers.ts';
import { type DocumentEdit, editedDocument, editOf } from './editedDocument.ts';
import { rangeAt } from './positions.ts';
import { snippetAt } from './snippetOf.ts';

/** What edits are brought into the client's form with. */
export interface EditsContext {
  readonly files: Files;
  readonly buffers: Buffers;
  readonly abilities: Abilities;
  readonly uriOf: (key: string) => string;
}

/** A document's text: its buffer, else its file; undefined where there is neither. */
export async function textOf({ buffers, files }: EditsContext, key: string): Promise<string | undefined> {
  const buffer = buffers.get(key);
  if (buffer) return buffer.text;
  const content = contentOf(await files.read(key));
  return content === undefined ? undefined : sourceOf(content).text;
}

/**
 * A fix as the client applies it; undefined where a document is not there, or is to be made and the client makes none, or where
 * it would not be read or would lie behind a link.
 */
export async function workspaceEdit(
  context: EditsContext,
  host: ProgramHost,
  { edits, creates = [] }: Pick<Fix, 'edits' | 'creates'>,
): Promise<WorkspaceEdit | undefined> {
  const { createsFiles, snippetEdits } = context.abilities;
  if (creates.length > 0 && !createsFiles) return undefined;
  for (const { path } of creates)
    if ((await context.files.wouldList?.(host.folder.root, path)) === false) return undefined;
  const form: Form<TextEdit | SnippetTextEdit> = snippetEdits ? withSnippets : plain;
  const changed = await changedDocuments(context, host, edits, form);
  if (!changed) return undefined;
  if (creates.length === 0) return editOf(changed, context.abilities);
  const made = creates.flatMap(({ path, text }) =>
    creation(context.uriOf(below(host.folder.root, path)), text),
  );
  return { documentChanges: [...made, ...changed] };
}

/** Edits in a form that has no snippets; undefined where a document is not there. */
export async function plainEdits(
  context: EditsContext,
  host: ProgramHost,
  edits: readonly FixEdit[],
): Promise<DocumentEdits | undefined> {
  const changed = await changedDocuments(context, host, edits, plain);
  return changed && editOf(changed, context.abilities);
}

/** How the edits of a document are sent. */
interface Form<Edit> {
  /** Brings those of one document into a form in which they can be. */
  readonly adapted: (text: string, edits: readonly FixEdit[]) => readonly FixEdit[];
  readonly sent: (edit: FixEdit, range: Range) => Edit;
}

const plain: Form<TextEdit> = {
  adapted: (_, edits) => edits.map(withoutCaret),
  sent: ({ text }, range) => ({ range, newText: text }),
};

/** An edit is a snippet where a caret is to stand in what is put there. */
const withSnippets: Form<TextEdit | SnippetTextEdit> = {
  adapted: anchoredEdits,
  sent: ({ text, caret }, range) =>
    caret === undefined
      ? { range, newText: text }
      : { range, snippet: { kind: 'snippet', value: snippetAt(text, caret) } },
};

async function changedDocuments<Edit>(
  context: EditsContext,
  host: ProgramHost,
  edits: readonly FixEdit[],
  { adapted, sent }: Form<Edit>,
): Promise<readonly DocumentEdit<Edit>[] | undefined> {
  const changed: DocumentEdit<Edit>[] = [];
  for (const [path, own] of groupedBy(edits, edit => edit.path)) {
    const key = below(host.folder.root, path);
    const text = await textOf(context, key);
    if (text === undefined) return undefined;
    const { identifier, measured } = editedDocument(context, key, text);
    const inForm = adapted(text, own).map(edit =>
      sent(edit, rangeAt(measured, edit, context.abilities.encoding)),
    );
    changed.push({ textDocument: identifier, edits: inForm });
  }
  return changed;
}

/** What makes a document with a text; the client refuses it where there is a file already. */
export function creation(uri: string, text: string): [CreateFile, TextDocumentEdit] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}
