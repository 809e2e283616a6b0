import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { Completion } from '../core/features/completion/offer.ts';
import type { Abilities } from './abilities.ts';
import { markup } from './markup.ts';
import { type Measured, rangeAt } from './positions.ts';

const kindOf = {
  criterion: CompletionItemKind.Reference,
  record: CompletionItemKind.File,
  person: CompletionItemKind.Value,
  word: CompletionItemKind.EnumMember,
  key: CompletionItemKind.Property,
} as const;

/** A completion as the client takes it. */
export function toItem(
  { label, kind, detail, documentation, text, start, end, order, filter }: Completion,
  measured: Measured,
  { completionKinds, documentation: form, encoding, labelDetails }: Abilities,
): CompletionItem {
  return {
    label,
    kind: completionKinds.includes(kindOf[kind]) ? kindOf[kind] : CompletionItemKind.Value,
    ...(detail ? { detail } : {}),
    // A detail is shown of the item in focus only.
    ...(labelDetails && detail ? { labelDetails: { description: detail } } : {}),
    ...(documentation.length > 0 ? { documentation: markup(documentation, form) } : {}),
    sortText: order,
    filterText: filter,
    textEdit: { range: rangeAt(measured, { start, end }, encoding), newText: text },
  };
}
