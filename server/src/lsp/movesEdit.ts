import type { WorkspaceEdit } from 'vscode-languageserver';
import { documentsChanged, moveEdits, sourcesAsked } from '../core/features/moves/moves.ts';
import { type Move, movedBy } from '../core/features/moves/paths.ts';
import type { RenameEdit } from '../core/features/rename/edits.ts';
import type { DocumentEdits } from '../core/features/rename/renamed.ts';
import type { Refusal } from '../core/features/rename/renaming.ts';
import { below } from '../workspace/files.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { ServerContext } from './context.ts';
import { factsAt } from './factsAt.ts';
import { versionedEdit } from './versionedEdit.ts';

/**
 * What has to change in a program before files and folders of it move, so that everything leads where it led. It is whole, or
 * nothing is changed.
 */
export async function movesEdit(
  context: ServerContext,
  host: ProgramHost,
  moves: readonly Move[],
): Promise<WorkspaceEdit | Refusal> {
  const { program } = host.engine;
  const moved = movedBy(moves);
  const there = new Set<string>();
  for (const path of sourcesAsked(program, moved)) {
    const state = await context.files.look(below(host.folder.root, path), host.folder.root, undefined);
    if (state === 'there') there.add(path);
  }
  const moving = { program, moved, isThere: (path: string) => there.has(path) };
  const documents: DocumentEdits<RenameEdit>[] = [];
  // In the order of paths: a preview lists them so, however the documents came to be read.
  for (const path of [...documentsChanged(moving)].sort()) {
    const facts = await factsAt(context.editsContext, host, path);
    if (!facts) return { refusal: `${path} cannot be read. Check its permissions.` };
    if (!context.isInOpenFolder(below(host.folder.root, path)))
      return { refusal: `${path} is outside of the open folder. Open ${host.folder.root}.` };
    const edits = moveEdits(path, facts, moving).map(edit => ({ ...edit, isSaid: false }));
    if (edits.length > 0) documents.push({ path, text: facts.text, edits });
  }
  return (
    versionedEdit(context.editsContext, host, documents) ?? { refusal: 'a document has changed meanwhile.' }
  );
}
