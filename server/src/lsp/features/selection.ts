import { type SelectionRange, SelectionRangeRequest } from 'vscode-languageserver';
import { selectionsAt } from '../../core/features/selection.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Buffer } from '../buffers.ts';
import { type Encoding, offsetAt, rangeAt } from '../positions.ts';
import { list, object } from '../shapes.ts';
import { documentRequest, type Feature, position, textDocument } from './feature.ts';

/** What expanding a selection selects, step by step. An editor adds its own steps between these. */
export const selection: Feature = {
  // LSP4IJ asks for it, and does not announce that it does.
  announces: () => ({ selectionRangeProvider: true }),
  answers: [
    documentRequest(
      SelectionRangeRequest.type,
      object({ textDocument, positions: list(position) }),
      null,
      (document, { positions }, context) => {
        const editing = context.editingOf(document);
        if (!editing) return null;
        const { encoding } = context.abilities;
        return positions.map(at => {
          const offset = offsetAt(document.buffer, at, encoding);
          return chainOf(document.buffer, selectionsAt(editing.facts, offset), encoding);
        });
      },
    ),
  ],
};

/** Ranges from the smallest to the largest, as the protocol nests them. */
function chainOf(buffer: Buffer, ranges: readonly TextRange[], encoding: Encoding): SelectionRange {
  const [outermost = { start: 0, end: 0 }, ...inner] = ranges.toReversed();
  let chain: SelectionRange = { range: rangeAt(buffer, outermost, encoding) };
  for (const range of inner) chain = { range: rangeAt(buffer, range, encoding), parent: chain };
  return chain;
}
