import {
  type CodeAction,
  CodeActionRequest,
  type Command,
  ExecuteCommandRequest,
  type Position,
} from 'vscode-languageserver';
import { actionKinds, actionsFor } from '../codeActions.ts';
import type { ServerContext } from '../context.ts';
import { offsetAt } from '../positions.ts';
import { list, object, optional, string } from '../shapes.ts';
import { documentRequest, type Feature, position, request, textDocument } from './feature.ts';

/** The command by which a client that takes no code actions has an edit applied. */
const applyCommand = 'tickmark.applyEdit';

const codeActionParams = object({
  textDocument,
  range: object({ start: position, end: position }),
  context: object({ only: optional(list(string)) }),
});
const commandParams = object({ command: string, arguments: optional(list(() => undefined)) });

export const codeActions: Feature = {
  announces({ actions }) {
    if (actions === 'literal') return { codeActionProvider: { codeActionKinds: [...actionKinds] } };
    if (actions === 'none') return {};
    return { codeActionProvider: true, executeCommandProvider: { commands: [applyCommand] } };
  },
  answers: [
    documentRequest(
      CodeActionRequest.type,
      codeActionParams,
      [],
      async (document, { context: { only }, range }, context) => {
        const { abilities, diagnostics, editsContext } = context;
        const { buffer, hosted } = document;
        if (abilities.actions === 'none') return [];
        const editing = context.editingOf(document) ?? context.editingOfCatalog(document);
        if (!hosted || !editing) return [];
        const offset = (at: Position) => offsetAt(buffer, at, abilities.encoding);
        const actions = await actionsFor({
          context: editsContext,
          diagnostics,
          editing,
          hosted,
          buffer,
          manifest: await context.manifestOf(hosted.host),
          range: { start: offset(range.start), end: offset(range.end) },
          only,
        });
        return abilities.actions === 'literal' ? actions : asCommands(actions, context);
      },
    ),
    request(ExecuteCommandRequest.type, commandParams, async ({ command, arguments: args }, context) => {
      const edit = command === applyCommand ? context.offeredEdits[Number(args?.[0])] : undefined;
      if (edit) await context.connection.workspace.applyEdit(edit);
      return null;
    }),
  ],
};

function asCommands(actions: readonly CodeAction[], context: ServerContext): Command[] {
  context.offeredEdits = actions.flatMap(({ edit }) => edit ?? []);
  return actions.map(({ title }, i) => ({ title, command: applyCommand, arguments: [i] }));
}
