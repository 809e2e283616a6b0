import { FileOperationPatternKind, WillRenameFilesRequest, type WorkspaceEdit } from 'vscode-languageserver';
import type { Move } from '../../core/features/moves/paths.ts';
import { isRefusal } from '../../core/features/rename/renaming.ts';
import { isBelow, pathBelow } from '../../workspace/files.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import { movesEdit } from '../movesEdit.ts';
import { list, object, string } from '../shapes.ts';
import { warn } from '../warn.ts';
import { type Feature, request } from './feature.ts';

/** What refers to files and folders follows them when they get another name or folder in the editor, in the same step of undo. */
export const fileMoves: Feature = {
  announces({ willRenameFiles }) {
    if (!willRenameFiles) return {};
    // VS Code leaves out folders unless they are asked for.
    const kinds = [FileOperationPatternKind.file, FileOperationPatternKind.folder];
    const filters = kinds.map(matches => ({ pattern: { glob: '**', matches } }));
    return { workspace: { fileOperations: { willRename: { filters } } } };
  },
  answers: [
    request(
      WillRenameFilesRequest.type,
      object({ files: list(object({ oldUri: string, newUri: string })) }),
      async ({ files }, context): Promise<WorkspaceEdit | null> => {
        await context.workspace.idle;
        const keys = files.map(({ oldUri, newUri }) => ({
          from: context.keyOf(oldUri),
          to: context.runtime.keyOf(newUri),
        }));
        const edits: WorkspaceEdit[] = [];
        for (const host of context.workspace.programs) {
          const moves = movesIn(host, keys);
          const edit = moves.length > 0 ? await movesEdit(context, host, moves) : {};
          if (!isRefusal(edit)) edits.push(edit);
          // The file moves all the same: an answer cannot stop that.
          else warn(context.connection, `Nothing else was changed for ${pathsIn(moves)}: ${edit.refusal}`);
        }
        return joined(edits);
      },
    ),
  ],
};

/** The moves inside of a program: of what leaves it nothing can be said. */
function movesIn({ folder: { root } }: ProgramHost, keys: readonly Move[]): readonly Move[] {
  return keys
    .filter(({ from, to }) => isBelow(from, root) && isBelow(to, root))
    .map(({ from, to }) => ({ from: pathBelow(from, root), to: pathBelow(to, root) }))
    .map(({ from, to }) => ({ from: withoutSlash(from), to: withoutSlash(to) }));
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function pathsIn([first, ...others]: readonly Move[]): string {
  return `${first?.from}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}

/** The edits of several programs as one; null where there are none. */
function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
  const documentChanges = edits.flatMap(edit => edit.documentChanges ?? []);
  const changes = Object.assign({}, ...edits.map(edit => edit.changes));
  if (documentChanges.length > 0) return { documentChanges };
  return Object.keys(changes).length > 0 ? { changes } : null;
}
