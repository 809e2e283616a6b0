import { type SymbolInformation, WorkspaceSymbolRequest } from 'vscode-languageserver';
import type { Location } from '../../../../protocol/place.ts';
import { workspaceSymbols as symbolsIn, type WorkspaceSymbol } from '../../core/features/workspaceSymbols.ts';
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
      for (const host of context.workspace.programs) {
        for (const symbol of symbolsIn(host.engine.program, query, most)) {
          const { target } = symbol;
          const location =
            'page' in target
              ? context.pageLocation(host, target.page)
              : await context.locationOf(host, target);
          if (location) symbols.push(shown(symbol, location));
        }
      }
      return symbols;
    }),
  ],
};

function shown({ name, sort, detail }: WorkspaceSymbol, location: Location): SymbolInformation {
  return { name: visible(name), kind: symbolKind(sort), location, containerName: detail };
}
