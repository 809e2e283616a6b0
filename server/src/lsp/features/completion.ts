import { CompletionRequest } from 'vscode-languageserver';
import { completionsAt } from '../../core/features/completion/completion.ts';
import type { Completion } from '../../core/features/completion/offer.ts';
import { pathCompletions, pathTypedAt } from '../../core/features/completion/paths.ts';
import { shortlist } from '../../core/features/completion/shortlist.ts';
import type { Editing } from '../../core/features/editing.ts';
import { below } from '../../workspace/files.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import { toItem } from '../rendering.ts';
import type { Runtime } from '../runtime.ts';
import { type Feature, positionRequest } from './feature.ts';

export const completion: Feature = {
  announces: () => ({ completionProvider: { triggerCharacters: ['[', ',', ' ', '.', '-', '/'] } }),
  answers: [
    positionRequest(
      CompletionRequest.type,
      null,
      ({ editing, offset, buffer, host }, { abilities, runtime }) => {
        const all = pathsAt(editing, offset, host, runtime) ?? completionsAt(editing, offset);
        // An empty list says that nothing fits; where the place is not ours, others may offer what they have.
        if (!all) return null;
        const { completions, isIncomplete } = shortlist(all, editing.facts.text, offset);
        const items = completions.map(item => toItem(item, buffer, abilities));
        return isIncomplete ? { isIncomplete, items } : items;
      },
    ),
  ],
};

/** What a path may go on with, where the path of a file is typed; undefined elsewhere, and where files cannot be listed. */
function pathsAt(
  editing: Editing,
  offset: number,
  { folder: { root } }: ProgramHost,
  { entriesIn }: Runtime,
): readonly Completion[] | undefined {
  const typed = entriesIn && pathTypedAt(editing, offset);
  const entries = typed?.folders.map(folder => entriesIn?.(below(root, folder), root) ?? []) ?? [];
  return typed && entries.some(names => names.length > 0) ? pathCompletions(typed, entries) : undefined;
}
