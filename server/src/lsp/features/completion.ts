import { type CompletionItem, CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import { completionsAt } from '../../core/features/completion/completion.ts';
import { headingCompletions, linkPathTypedAt } from '../../core/features/completion/links.ts';
import type { Completion } from '../../core/features/completion/offer.ts';
import { type PathTyped, pathCompletions, pathTypedAt } from '../../core/features/completion/paths.ts';
import { shortlist } from '../../core/features/completion/shortlist.ts';
import type { Editing } from '../../core/features/editing.ts';
import { below } from '../../workspace/files.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { markup } from '../markup.ts';
import { toItem } from '../rendering.ts';
import type { Runtime } from '../runtime.ts';
import { integer, object, optional, string } from '../shapes.ts';
import { type Feature, positionRequest, request } from './feature.ts';

export const completion: Feature = {
  announces: ({ resolvesDocumentation }) => ({
    completionProvider: {
      triggerCharacters: ['[', ',', ' ', '.', '-', '/'],
      ...(resolvesDocumentation ? { resolveProvider: true } : {}),
    },
  }),
  answers: [
    positionRequest(CompletionRequest.type, null, ({ editing, offset, buffer, host }, context) => {
      const { abilities, runtime } = context;
      const all =
        linksAt(editing, offset, host, context) ??
        pathsAt(pathTypedAt(editing, offset), host, runtime) ??
        completionsAt(editing, offset);
      // An empty list says that nothing fits; where the place is not ours, others may offer what they have.
      if (!all) return null;
      const { completions, isIncomplete } = shortlist(all, editing.facts.text, offset);
      const items = completions.map(item => toItem(item, buffer, abilities));
      if (abilities.resolvesDocumentation) offerLazily(items, completions, context);
      return isIncomplete ? { isIncomplete, items } : items;
    }),
    request(
      CompletionResolveRequest.type,
      object({ label: string, data: optional(object({ list: integer, index: integer })) }),
      (item: CompletionItem, { abilities, offered }) => {
        const data: ItemData | undefined = item.data ?? undefined;
        const completion = data?.list === offered.list ? offered.completions[data.index] : undefined;
        if (!completion || completion.label !== item.label || completion.documentation.length === 0)
          return item;
        return { ...item, documentation: markup(completion.documentation, abilities.documentation) };
      },
    ),
  ],
};

/** What the documentation of an item is asked for with: the list that it was in, and its place there. */
interface ItemData {
  readonly list: number;
  readonly index: number;
}

/** Keeps what was offered, so that the client can ask for the documentation of one item. Only the last list is kept. */
function offerLazily(
  items: readonly CompletionItem[],
  completions: readonly Completion[],
  context: ServerContext,
): void {
  const list = context.offered.list + 1;
  context.offered = { list, completions };
  for (const [index, item] of items.entries()) {
    const data: ItemData = { list, index };
    if (completions[index]?.documentation.length !== 0) item.data = data;
  }
}

/** Where a link of Markdown may lead; undefined elsewhere, and where the client's own Markdown support tells. */
function linksAt(
  editing: Editing,
  offset: number,
  host: ProgramHost,
  { abilities, runtime }: ServerContext,
): readonly Completion[] | undefined {
  if (abilities.own.markdown) return undefined;
  return headingCompletions(editing, offset) ?? pathsAt(linkPathTypedAt(editing, offset), host, runtime);
}

/** What a path may go on with, where the path of a file is typed; undefined elsewhere, and where files cannot be listed. */
function pathsAt(
  typed: PathTyped | undefined,
  { folder: { root } }: ProgramHost,
  { entriesIn }: Runtime,
): readonly Completion[] | undefined {
  const entries = typed?.folders.map(folder => entriesIn?.(below(root, folder), root) ?? []) ?? [];
  return typed && entries.some(names => names.length > 0) ? pathCompletions(typed, entries) : undefined;
}
