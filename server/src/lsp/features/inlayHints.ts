import {
  type InlayHint,
  type InlayHintLabelPart,
  InlayHintRefreshRequest,
  InlayHintRequest,
} from 'vscode-languageserver';
import { type InlayHint as Hint, inlayHintsIn } from '../../core/features/inlayHints.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { offsetsAt, positionAt } from '../positions.ts';
import { object } from '../shapes.ts';
import { ShownOnRequest } from '../shownOnRequest.ts';
import { visible } from '../visible.ts';
import { documentRequest, type Feature, range, textDocument } from './feature.ts';

const shown = new ShownOnRequest(InlayHintRefreshRequest.method);

/** The titles behind bare ids. */
export const inlayHints: Feature = {
  announces: ({ hints }) => (hints ? { inlayHintProvider: true } : {}),
  answers: [
    documentRequest(
      InlayHintRequest.type,
      object({ textDocument, range }),
      [],
      async (document, { range: asked }, context): Promise<InlayHint[]> => {
        shown.asked(context);
        const { criteria, records } = context.settings.inlayHints ?? {};
        const wanted = { criterion: criteria !== false, record: records !== false };
        const { buffer, hosted } = document;
        const editing = wanted.criterion || wanted.record ? context.editingOf(document) : undefined;
        if (!editing || !hosted) return [];
        const { encoding } = context.abilities;
        const hints: InlayHint[] = [];
        for (const hint of inlayHintsIn(editing, offsetsAt(buffer, asked, encoding), wanted))
          hints.push({
            position: positionAt(buffer, hint.offset, encoding),
            label: await labelOf(hint, hosted.host, context),
            paddingLeft: true,
          });
        return hints;
      },
    ),
  ],
  changed(context) {
    if (context.abilities.refreshesHints) shown.changed(context);
  },
};

/** The words of a hint, which lead to the record that they are about. */
async function labelOf(
  { text, place }: Hint,
  host: ProgramHost,
  context: ServerContext,
): Promise<string | InlayHintLabelPart[]> {
  const value = visible(text);
  const location = place && (await context.locationOf(host, place));
  return location ? [{ value, location }] : value;
}
