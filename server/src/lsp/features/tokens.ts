import {
  SemanticTokenModifiers,
  type SemanticTokens,
  SemanticTokensBuilder,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  SemanticTokenTypes,
} from 'vscode-languageserver';
import { type Meant, type Token, tokensOf } from '../../core/features/tokens.ts';
import type { OpenDocument, ServerContext } from '../context.ts';
import { offsetsAt, rangeAt } from '../positions.ts';
import { object } from '../shapes.ts';
import { ShownOnRequest } from '../shownOnRequest.ts';
import { documentRequest, type Feature, range, textDocument } from './feature.ts';

/**
 * The standard types that themes know. Criteria are constants, as VS Code's grammar for them says too: its tokens take the place
 * of the grammar's, so that they have to look the same.
 */
const typeOf: Readonly<Record<Meant, SemanticTokenTypes>> = {
  criterion: SemanticTokenTypes.variable,
  point: SemanticTokenTypes.enumMember,
  record: SemanticTokenTypes.class,
  person: SemanticTokenTypes.parameter,
  system: SemanticTokenTypes.namespace,
  date: SemanticTokenTypes.number,
  state: SemanticTokenTypes.enumMember,
};
const types = [...new Set(Object.values(typeOf))];
const modifiers = [SemanticTokenModifiers.declaration, SemanticTokenModifiers.readonly];
const [declaration, readonly] = [1, 2];

const shown = new ShownOnRequest(SemanticTokensRefreshRequest.method);

/** What the words of a document mean: criteria, points, records, people, systems, dates, and states. */
export const tokens: Feature = {
  announces: ({ tokens: asks }) =>
    asks
      ? {
          semanticTokensProvider: {
            legend: { tokenTypes: types, tokenModifiers: modifiers },
            full: true,
            range: true,
          },
        }
      : {},
  answers: [
    documentRequest(
      SemanticTokensRequest.type,
      object({ textDocument }),
      null,
      (document, _params, context) => encoded(document, context, () => true),
    ),
    documentRequest(
      SemanticTokensRangeRequest.type,
      object({ textDocument, range }),
      null,
      (document, { range: asked }, context) => {
        const { start, end } = offsetsAt(document.buffer, asked, context.abilities.encoding);
        return encoded(document, context, token => token.range.end > start && token.range.start < end);
      },
    ),
  ],
  changed(context) {
    // What running text names depends on the records that there are, and those are known once all have been read.
    if (context.abilities.refreshesTokens && !context.indexing) shown.changed(context);
  },
};

function encoded(
  document: OpenDocument,
  context: ServerContext,
  isAsked: (token: Token) => boolean,
): SemanticTokens | null {
  shown.asked(context);
  const editing = context.editingOf(document);
  if (!editing) return null;
  const builder = new SemanticTokensBuilder();
  for (const token of tokensOf(editing)) {
    if (!isAsked(token)) continue;
    const { start, end } = rangeAt(document.buffer, token.range, context.abilities.encoding);
    const isConstant = token.meant === 'criterion' || token.meant === 'point';
    const flags = (token.isStatement ? declaration : 0) | (isConstant ? readonly : 0);
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      types.indexOf(typeOf[token.meant]),
      flags,
    );
  }
  return builder.build();
}
