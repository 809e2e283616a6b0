import {
  type CodeAction,
  CodeActionRequest,
  type Command,
  ExecuteCommandRequest,
  ShowDocumentRequest,
} from 'vscode-languageserver';
import { actionKinds, actionsFor } from '../codeActions.ts';
import type { ServerContext } from '../context.ts';
import { createCommand, makeRecord } from '../createCommand.ts';
import { showCommand } from '../fixEffect.ts';
import { offsetsAt } from '../positions.ts';
import { list, object, optional, string } from '../shapes.ts';
import { showWhy, whyCommand } from '../whyHere.ts';
import { documentRequest, type Feature, range, request, textDocument } from './feature.ts';

/** The command by which a client that takes no code actions has an edit applied. */
const applyCommand = 'tickmark.applyEdit';

const codeActionParams = object({
  textDocument,
  range,
  context: object({ only: optional(list(string)) }),
});
const commandParams = object({ command: string, arguments: optional(list(() => undefined)) });

export const codeActions: Feature = {
  announces({ actions, createsFiles, showsDocuments, own }) {
    if (actions === 'none') return {};
    const isLiteral = actions === 'literal';
    const commands = [
      ...(createsFiles && !own.newRecords ? [createCommand] : []),
      ...(isLiteral ? [] : [applyCommand]),
      ...(isLiteral && showsDocuments && !own.newRecords ? [showCommand] : []),
      ...(own.pages ? [] : [whyCommand]),
    ];
    return {
      codeActionProvider: isLiteral ? { codeActionKinds: [...actionKinds] } : true,
      ...(commands.length > 0 ? { executeCommandProvider: { commands } } : {}),
    };
  },
  answers: [
    documentRequest(
      CodeActionRequest.type,
      codeActionParams,
      [],
      async (document, { context: { only }, range: asked }, context) => {
        const { abilities, diagnostics, editsContext, workspace } = context;
        const { buffer, key } = document;
        const hosted = document.hosted ?? workspace.strayAt(key);
        if (abilities.actions === 'none') return [];
        const editing = context.editingOf({ ...document, hosted }) ?? context.editingOfCatalog(document);
        if (!hosted || !editing) return [];
        const actions = await actionsFor({
          context: editsContext,
          diagnostics,
          editing,
          hosted,
          buffer,
          manifest: await context.manifestOf(hosted.host),
          hasPages: document.hosted !== undefined,
          textsOf: () => context.textsOf(hosted.host),
          range: offsetsAt(buffer, asked, abilities.encoding),
          only,
        });
        // What was made for an older text would spoil the latest. The client asks again after its edit.
        if (context.buffers.get(key) !== buffer) return [];
        return abilities.actions === 'literal' ? actions : asCommands(actions, context);
      },
    ),
    request(ExecuteCommandRequest.type, commandParams, async ({ command, arguments: args }, context) => {
      if (command === showCommand) await show(context, args);
      if (command === whyCommand) await showWhy(context, args?.[0]);
      const made = command === createCommand ? await makeRecord(context, args ?? []) : undefined;
      if (made && context.abilities.showsDocuments) await show(context, [made.uri, made.selection]);
      const action = command === applyCommand ? context.offeredActions[Number(args?.[0])] : undefined;
      if (action?.edit) await context.connection.workspace.applyEdit(action.edit);
      if (action?.command?.command === showCommand) await show(context, action.command.arguments);
      return null;
    }),
  ],
};

/** Has the client open what a fix has made, with the place selected where a person goes on typing. */
async function show({ connection }: ServerContext, args: readonly unknown[] = []): Promise<void> {
  const [uri, selection] = args;
  if (typeof uri !== 'string' || range(selection, 'the selection') !== undefined) return;
  await connection.sendRequest(ShowDocumentRequest.method, { uri, takeFocus: true, selection });
}

function asCommands(actions: readonly CodeAction[], context: ServerContext): Command[] {
  context.offeredActions = actions;
  return actions.map(({ title, edit, command }, i) =>
    command && !edit ? command : { title, command: applyCommand, arguments: [i] },
  );
}
