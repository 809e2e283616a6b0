import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { Completion } from '../core/features/completion/offer.ts';
import type { Abilities } from './abilities.ts';
import { markup } from './markup.ts';
import { type Measured, rangeAt } from './positions.ts';
import { snippetOf } from './snippetOf.ts';
import { visible } from './visible.ts';

const kindOf = {
  criterion: CompletionItemKind.Reference,
  record: CompletionItemKind.File,
  person: CompletionItemKind.Value,
  word: CompletionItemKind.EnumMember,
  key: CompletionItemKind.Property,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  skeleton: CompletionItemKind.Snippet,
} as const;

/** A completion as the client takes it; one that asks for documentation item by item gets none with it. */
export function toItem(
  { label, kind, detail, documentation, text, stops, start, end, order, filter }: Completion,
  measured: Measured,
  abilities: Abilities,
): CompletionItem {
  const { completionKinds, documentation: form, encoding, labelDetails, snippets } = abilities;
  const hasDocumentation = documentation.length > 0 && !abilities.resolvesDocumentation;
  const shownDetail = visible(detail);
  const range = rangeAt(measured, { start, end }, encoding);
  const snippet = stops && snippets ? snippetOf({ text, stops }) : undefined;
  return {
    label: visible(label),
    kind: completionKinds.includes(kindOf[kind]) ? kindOf[kind] : CompletionItemKind.Value,
    ...(shownDetail ? { detail: shownDetail } : {}),
    // A detail is shown of the item in focus only.
    ...(labelDetails && shownDetail ? { labelDetails: { description: shownDetail } } : {}),
    ...(hasDocumentation ? { documentation: markup(documentation, form) } : {}),
    sortText: order,
    filterText: filter,
    ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range, newText: snippet ?? text },
  };
}
