import { type SymbolInformation, WorkspaceSymbolRequest } from 'vscode-languageserver';
import type { Location } from '../../../../protocol/place.ts';
import { workspaceSymbols as symbolsIn, type WorkspaceSymbol } from '../../core/features/workspaceSymbols.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { object, string } from '../shapes.ts';
import { symbolKind } from '../symbolKinds.ts';
import { visible } from '../visible.ts';
import { type Feature, request } from './feature.ts';

/** More than anybody reads: the client asks again with the next letter. */
const most = 100;

/** The records, people, systems, and criteria of all programs, by the letters of their ids and titles. */
export const workspaceSymbols: Feature = {
  announces: () => ({ workspaceSymbolProvider: true }),
  answers: [
    request(WorkspaceSymbolRequest.type, object({ query: string }), async ({ query }, context) => {
      const symbols: SymbolInformation[] = [];
      // For a client that opens files only, no page of a criterion is written for each letter that is typed.
      const { virtualDocuments } = context.abilities;
      for (const host of context.workspace.programs) {
        for (const symbol of symbolsIn(host.engine.program, query, most, virtualDocuments)) {
          const location = await locationOf(symbol, host, context);
          if (location) symbols.push(shown(symbol, location));
        }
      }
      return symbols;
    }),
  ],
};

async function locationOf(
  { target }: WorkspaceSymbol,
  host: ProgramHost,
  context: ServerContext,
): Promise<Location | undefined> {
  return 'page' in target ? context.pageLocation(host, target.page) : context.locationOf(host, target);
}

function shown({ name, sort, detail }: WorkspaceSymbol, location: Location): SymbolInformation {
  return { name: visible(name), kind: symbolKind(sort), location, containerName: detail };
}
