import { type FoldingRange, FoldingRangeKind, FoldingRangeRequest } from 'vscode-languageserver';
import { type Fold, foldsOf } from '../../core/features/folding.ts';
import type { Buffer } from '../buffers.ts';
import { object } from '../shapes.ts';
import { documentRequest, type Feature, textDocument } from './feature.ts';

/**
 * What can be folded. VS Code folds by indentation what no one answers for, so a document of no program has no answer; and its
 * own Markdown support folds all but front matter.
 */
export const folding: Feature = {
  announces: ({ folds }) => (folds ? { foldingRangeProvider: true } : {}),
  answers: [
    documentRequest(
      FoldingRangeRequest.type,
      object({ textDocument }),
      null,
      (document, _params, context) => {
        const editing = context.editingOf(document);
        if (!editing) return null;
        return rangesOf(document.buffer, foldsOf(editing.facts, context.abilities.own.markdown === true));
      },
    ),
  ],
};

/** Folds over several lines, one for each first line and kind. */
function rangesOf({ lines, mark }: Buffer, folds: readonly Fold[]): readonly FoldingRange[] {
  // A line table finds offsets fast that come in order.
  const offsets = [...new Set(folds.flatMap(({ range }) => [range.start, range.end]))].sort((a, b) => a - b);
  const lineAt = new Map(offsets.map(offset => [offset, lines.positionAt(offset + mark).line]));
  const ranges = new Map<string, FoldingRange>();
  for (const { range, isComment } of folds) {
    const [startLine, endLine] = [lineAt.get(range.start) ?? 0, lineAt.get(range.end) ?? 0];
    const key = `${startLine} ${isComment ? 'comment' : ''}`;
    if (endLine > startLine && !ranges.has(key))
      ranges.set(key, { startLine, endLine, ...(isComment ? { kind: FoldingRangeKind.Comment } : {}) });
  }
  return [...ranges.values()];
}
