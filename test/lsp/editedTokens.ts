import type { SemanticTokensEdit } from 'vscode-languageserver/node';

/** Tokens with edits of them applied, as a client does: all of them count from the tokens before. */
export function edited(
  data: readonly number[] = [],
  edits: readonly SemanticTokensEdit[],
): readonly number[] {
  const result = [...data];
  for (const { start, deleteCount, data: more = [] } of edits.toSorted((a, b) => b.start - a.start))
    result.splice(start, deleteCount, ...more);
  return result;
}
