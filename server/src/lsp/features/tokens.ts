import {
  SemanticTokenModifiers,
  SemanticTokensBuilder,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  SemanticTokenTypes,
} from 'vscode-languageserver';
import { type Meant, type Token, tokensOf } from '../../core/features/tokens.ts';
import type { OpenDocument, ServerContext } from '../context.ts';
import { offsetsAt, rangeAt } from '../positions.ts';
import { SentTokens } from '../sentTokens.ts';
import { object, string } from '../shapes.ts';
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
            full: asks.delta ? { delta: true } : true,
            range: true,
          },
        }
      : {},
  answers: [
    documentRequest(
      SemanticTokensRequest.type,
      object({ textDocument }),
      null,
      (document, _params, context) => {
        const data = encoded(document, context);
        return data && sentTo(context).full(document.key, data);
      },
    ),
    documentRequest(
      SemanticTokensDeltaRequest.type,
      object({ textDocument, previousResultId: string }),
      null,
      (document, { previousResultId }, context) => {
        const data = encoded(document, context);
        return data && sentTo(context).since(previousResultId, document.key, data);
      },
    ),
    documentRequest(
      SemanticTokensRangeRequest.type,
      object({ textDocument, range }),
      null,
      (document, { range: asked }, context) => {
        const { start, end } = offsetsAt(document.buffer, asked, context.abilities.encoding);
        const isAsked = (token: Token) => token.range.end > start && token.range.start < end;
        const data = encoded(document, context, isAsked);
        return data && { data };
      },
    ),
  ],
  changed(context) {
    // What running text names depends on the records that there are, and those are known once all have been read.
    if (context.abilities.refreshesTokens && !context.indexing) shown.changed(context);
  },
};

const sent = new WeakMap<ServerContext, SentTokens>();

function sentTo(context: ServerContext): SentTokens {
  let known = sent.get(context);
  if (!known) sent.set(context, (known = new SentTokens()));
  known.keepOnly(key => context.buffers.get(key) !== undefined);
  return known;
}

/** The tokens of a document as the protocol has them, five numbers each; null where it belongs to no program. */
function encoded(
  document: OpenDocument,
  context: ServerContext,
  isAsked: (token: Token) => boolean = () => true,
): number[] | null {
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
  return builder.build().data;
}
