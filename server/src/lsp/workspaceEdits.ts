import type {
  CreateFile,
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Fix, FixEdit } from '../core/rules/rule.ts';
import { LineTable } from '../core/text/lineTable.ts';
import { sourceOf } from '../core/text/source.ts';
import { below, contentOf, type Files } from '../workspace/files.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { Abilities } from './abilities.ts';
import type { Buffers } from './buffers.ts';
import { rangeAt } from './positions.ts';

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

/** A fix as the client applies it; undefined where a document is not there, or is to be made and the client makes none. */
export async function workspaceEdit(
  context: EditsContext,
  host: ProgramHost,
  { edits, creates = [] }: Pick<Fix, 'edits' | 'creates'>,
): Promise<WorkspaceEdit | undefined> {
  const { createsFiles, snippetEdits } = context.abilities;
  if (creates.length > 0 && !createsFiles) return undefined;
  const placed = await placedEdits(context, host, edits);
  if (!placed) return undefined;
  const isPlain = creates.length === 0 && !(snippetEdits && edits.some(({ caret }) => caret !== undefined));
  if (isPlain) return changesOf(placed);
  const made = creates.flatMap(({ path, text }) =>
    creation(context.uriOf(below(host.folder.root, path)), text),
  );
  const edited = byUri(placed, snippetEdits ? snippetEdit : plainEdit);
  return { documentChanges: [...made, ...edited.map(([uri, own]) => documentEdit(uri, own))] };
}

/** Edits in the form that every client applies; undefined where a document is not there. */
export async function plainEdits(
  context: EditsContext,
  host: ProgramHost,
  edits: readonly FixEdit[],
): Promise<Changes | undefined> {
  const placed = await placedEdits(context, host, edits);
  return placed && changesOf(placed);
}

interface Changes {
  readonly changes: { [uri: string]: TextEdit[] };
}

function changesOf(placed: readonly Placed[]): Changes {
  return { changes: Object.fromEntries(byUri(placed, plainEdit)) };
}

/** An edit where the client has it. */
interface Placed extends FixEdit {
  readonly uri: string;
  readonly range: Range;
}

async function placedEdits(
  context: EditsContext,
  host: ProgramHost,
  edits: readonly FixEdit[],
): Promise<readonly Placed[] | undefined> {
  const placed: Placed[] = [];
  for (const edit of edits) {
    const key = below(host.folder.root, edit.path);
    const content = await textOf(context, key);
    if (content === undefined) return undefined;
    const measured = context.buffers.get(key) ?? { lines: new LineTable(content), content, mark: 0 };
    const range = rangeAt(measured, edit, context.abilities.encoding);
    placed.push({ ...edit, uri: context.uriOf(key), range });
  }
  return placed;
}

function byUri<Edit>(
  placed: readonly Placed[],
  form: (edit: Placed) => Edit,
): [uri: string, edits: Edit[]][] {
  const edits = new Map<string, Edit[]>();
  for (const edit of placed) edits.set(edit.uri, [...(edits.get(edit.uri) ?? []), form(edit)]);
  return [...edits];
}

function plainEdit({ range, text }: Placed): TextEdit {
  return { range, newText: text };
}

/** A snippet where a caret is to stand in what is put there. */
function snippetEdit(placed: Placed): TextEdit | SnippetTextEdit {
  const { range, text, caret } = placed;
  if (caret === undefined) return plainEdit(placed);
  const escaped = (part: string) => part.replace(/[\\$}]/g, '\\$&');
  const value = `${escaped(text.slice(0, caret))}$0${escaped(text.slice(caret))}`;
  return { range, snippet: { kind: 'snippet', value } };
}

function creation(uri: string, text: string): [CreateFile, TextDocumentEdit] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    documentEdit(uri, [{ range: { start, end: start }, newText: text }]),
  ];
}

function documentEdit(uri: string, edits: (TextEdit | SnippetTextEdit)[]): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits };
}
