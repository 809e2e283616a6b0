import {
  LSPErrorCodes,
  PrepareRenameRequest,
  type PrepareRenameResult,
  type RenameFile,
  RenameRequest,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { wordAt } from '../../core/features/at/wordAt.ts';
import { notCalled, referencesAt } from '../../core/features/references.ts';
import { renamed } from '../../core/features/rename/renamed.ts';
import { renamedFile } from '../../core/features/rename/renamedFile.ts';
import {
  type FileRenaming,
  isRefusal,
  type Refusal,
  type Renaming,
  renamingAt,
} from '../../core/features/rename/renaming.ts';
import { below } from '../../workspace/files.ts';
import type { ServerContext } from '../context.ts';
import { factsAt, textTakenUp } from '../factsAt.ts';
import { movesEdit } from '../movesEdit.ts';
import { rangeAt } from '../positions.ts';
import { object, string } from '../shapes.ts';
import { versionedEdit } from '../versionedEdit.ts';
import { visible } from '../visible.ts';
import { warn } from '../warn.ts';
import {
  documentRequest,
  type Feature,
  placeInDocument,
  positionRequest,
  type Spot,
  spotAt,
} from './feature.ts';

/** Renames a record, person, or system in every document of its program, whether it is open or not: in all of them, or in none. */
export const rename: Feature = {
  announces: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
  answers: [
    positionRequest(PrepareRenameRequest.type, null, (spot, context): PrepareRenameResult | null => {
      const found = renamingAt(spot.editing, spot.offset);
      if (!found) return null;
      const { encoding } = context.abilities;
      if (!isRefusal(found))
        return { range: rangeAt(spot.buffer, found.range, encoding), placeholder: found.from };
      refuse(found.refusal, spot, context);
      const { text } = spot.editing.facts;
      const word = wordAt(text, spot.offset) ?? { start: spot.offset, end: spot.offset };
      return {
        range: rangeAt(spot.buffer, word, encoding),
        placeholder: visible(text.slice(word.start, word.end)),
      };
    }),
    documentRequest(
      RenameRequest.type,
      (value, at) => placeInDocument(value, at) ?? object({ newName: string })(value, at),
      null,
      async (document, { position, newName }, context, isCalledOff): Promise<WorkspaceEdit | null> => {
        // What is not read yet may name it too.
        await context.workspace.idle;
        const { hosted } = context.openDocument(document.buffer.uri) ?? {};
        if (hosted) await context.readTexts(hosted.host, false, isCalledOff);
        const now = context.openDocument(document.buffer.uri);
        const spot = now && spotAt(now, position, context);
        const found = spot && renamingAt(spot.editing, spot.offset);
        if (!found) return null;
        const edit = isRefusal(found) ? found : await editFor(found, newName.trim(), spot, context);
        if (!isRefusal(edit)) return edit;
        refuse(edit.refusal, spot, context);
        return { documentChanges: [] };
      },
    ),
  ],
};

function editFor(
  found: Renaming | FileRenaming,
  to: string,
  spot: Spot,
  context: ServerContext,
): Promise<WorkspaceEdit | Refusal> {
  return 'file' in found ? fileEdit(found, to, spot, context) : editOf(found, to, spot, context);
}

/** Gives a file its name, and has what refers to it follow. */
async function fileEdit(
  renaming: FileRenaming,
  to: string,
  { host }: Spot,
  context: ServerContext,
): Promise<WorkspaceEdit | Refusal> {
  const { abilities, editsContext } = context;
  if (!abilities.renamesFiles) {
    const refusal = `\`${renaming.from}\` is the name of ${renaming.file}, and this editor renames no files for Tickmark. Rename the file, and what refers to it.`;
    return { refusal };
  }
  const move = renamedFile(renaming, to, host.engine.program);
  if (isRefusal(move)) return move;
  const uriAt = (path: string) => editsContext.uriOf(below(host.folder.root, path));
  // A client that asks before files are renamed asks for this one too, and what follows is then in its answer.
  const edit = abilities.willRenameFiles ? {} : await movesEdit(context, host, [move]);
  if (isRefusal(edit)) return { refusal: `\`${renaming.from}\` was not renamed, because ${edit.refusal}` };
  const rename: RenameFile = {
    kind: 'rename',
    oldUri: uriAt(move.from),
    newUri: uriAt(move.to),
    options: { overwrite: false, ignoreIfExists: false },
  };
  return { documentChanges: [...(edit.documentChanges ?? []), rename] };
}

async function editOf(renaming: Renaming, to: string, spot: Spot, context: ServerContext) {
  const { editing, host, offset } = spot;
  const { editsContext } = context;
  const { program } = editing;
  const unread = unreadIn(spot, context);
  if (unread !== undefined) {
    const refusal = `\`${renaming.from}\` was not renamed, because ${unread} cannot be read and may name it. Check its permissions and its size.`;
    return { refusal };
  }
  const found = referencesAt(editing, offset) ?? { stated: [], places: [], ids: [], called: notCalled };
  const documents = await renamed(renaming, to, program, {
    named: [...found.stated, ...found.places].map(({ path }) => path),
    // Full names and titles stay as they are.
    said: context.documentsSaying({ ...found, called: notCalled }, host),
    factsOf: path => factsAt(editsContext, host, path),
    textOf: path => textTakenUp(editsContext, host, path),
  });
  if (isRefusal(documents)) return documents;
  const outside = documents.find(({ path }) => !context.isInOpenFolder(below(host.folder.root, path)));
  if (outside) {
    const refusal = `\`${renaming.from}\` was not renamed, because ${outside.path} names it and is outside of the open folder. Open ${host.folder.root}, then rename.`;
    return { refusal };
  }
  const edit = versionedEdit(editsContext, host, documents);
  return (
    edit ?? { refusal: `\`${renaming.from}\` was not renamed, because a document has changed. Rename again.` }
  );
}

/** A file or folder of the program that may name anything, for it cannot be read; undefined where all can. */
function unreadIn({ editing: { program }, host }: Spot, { workspace }: ServerContext): string | undefined {
  const [first] = workspace.unreadable(host);
  if (first !== undefined || program.complete) return first;
  return [...program.paths()].find(path => program.summary(path)?.shape.unread);
}

/**
 * Says why nothing is renamed. An editor that has a rename of its own for Markdown asks that one whatever is answered with an
 * error, and it would change one place only: the user gets a message, and the request an answer that changes nothing.
 * @throws {ResponseError} for any other client
 */
function refuse(refusal: string, { editing }: Spot, { abilities, connection }: ServerContext): void {
  if (!abilities.own.markdownRename || !editing.facts.markdown)
    throw new ResponseError(LSPErrorCodes.RequestFailed, visible(refusal));
  warn(connection, refusal);
}
