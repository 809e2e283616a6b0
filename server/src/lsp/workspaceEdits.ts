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
import { anchoredEdits, withoutCaret } from './anchoredEdits.ts';
import type { Buffers } from './buffers.ts';
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
  const placed = await placedEdits(context, host, edits, snippetEdits ? anchoredEdits : plainly);
  if (!placed) return undefined;
  const isPlain = creates.length === 0 && placed.every(({ caret }) => caret === undefined);
  if (isPlain) return changesOf(placed);
  const made = creates.flatMap(({ path, text }) =>
    creation(context.uriOf(below(host.folder.root, path)), text),
  );
  const edited = byUri(placed, snippetEdit);
  return { documentChanges: [...made, ...edited.map(([uri, own]) => documentEdit(uri, own))] };
}

/** Edits in the form that every client applies; undefined where a document is not there. */
export async function plainEdits(
  context: EditsContext,
  host: ProgramHost,
  edits: readonly FixEdit[],
): Promise<Changes | undefined> {
  const placed = await placedEdits(context, host, edits, plainly);
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

/** Brings the edits of one document into the form in which they are sent. */
type Form = (text: string, edits: readonly FixEdit[]) => readonly FixEdit[];

const plainly: Form = (_, edits) => edits.map(withoutCaret);

async function placedEdits(
  context: EditsContext,
  host: ProgramHost,
  edits: readonly FixEdit[],
  form: Form,
): Promise<readonly Placed[] | undefined> {
  const placed: Placed[] = [];
  for (const [path, own] of grouped(edits, edit => edit.path)) {
    const key = below(host.folder.root, path);
    const content = await textOf(context, key);
    if (content === undefined) return undefined;
    const measured = context.buffers.get(key) ?? { lines: new LineTable(content), content, mark: 0 };
    for (const edit of form(content, own)) {
      const range = rangeAt(measured, edit, context.abilities.encoding);
      placed.push({ ...edit, uri: context.uriOf(key), range });
    }
  }
  return placed;
}

function byUri<Edit>(
  placed: readonly Placed[],
  form: (edit: Placed) => Edit,
): [uri: string, edits: Edit[]][] {
  return [...grouped(placed, edit => edit.uri)].map(([uri, own]) => [uri, own.map(form)]);
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function plainEdit({ range, text }: Placed): TextEdit {
  return { range, newText: text };
}

/** A snippet where a caret is to stand in what is put there. */
function snippetEdit(placed: Placed): TextEdit | SnippetTextEdit {
  const { range, text, caret } = placed;
  if (caret === undefined) return plainEdit(placed);
  return { range, snippet: { kind: 'snippet', value: snippetAt(text, caret) } };
}

/** What makes a document with a text; the client refuses it where there is a file already. */
export function creation(uri: string, text: string): [CreateFile, TextDocumentEdit] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    documentEdit(uri, [{ range: { start, end: start }, newText: text }]),
  ];
}

function documentEdit(uri: string, edits: (TextEdit | SnippetTextEdit)[]): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits };
}
