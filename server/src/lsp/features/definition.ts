import { DefinitionRequest, type LocationLink } from 'vscode-languageserver';
import type { Location } from '../../../../protocol/place.ts';
import { subjectsAt } from '../../core/features/at/subjectsAt.ts';
import { definitionAt } from '../../core/features/definition.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { ServerContext } from '../context.ts';
import { pageLocation } from '../pages.ts';
import { rangeAt } from '../positions.ts';
import { type Feature, positionRequest, type Spot } from './feature.ts';

/**
 * Where the record, people, or system is stated that is named; for a client that opens documents that are the server's to
 * give, also the pages of the criteria that are cited.
 */
export const definition: Feature = {
  announces: () => ({ definitionProvider: true }),
  answers: [
    positionRequest(DefinitionRequest.type, [], async (spot, context) => {
      const { range, locations } = pagesAt(spot, context) ?? (await statementsAt(spot, context));
      const { abilities } = context;
      if (!abilities.definitionLinks) return [...locations];
      const originSelectionRange = rangeAt(spot.buffer, range, abilities.encoding);
      return locations.map(
        ({ uri, range: target }): LocationLink => ({
          originSelectionRange,
          targetUri: uri,
          targetRange: target,
          targetSelectionRange: target,
        }),
      );
    }),
  ],
};

interface Found {
  /** The words that were asked about. */
  readonly range: TextRange;
  readonly locations: readonly Location[];
}

function pagesAt({ editing, offset, host }: Spot, { abilities, folders }: ServerContext): Found | undefined {
  const cited = abilities.virtualDocuments ? subjectsAt(editing, offset) : undefined;
  if (!cited) return undefined;
  const root = folders.uriOf(host.folder.root);
  const locations = cited.subjects.map(subject => pageLocation(root, subject));
  return { range: cited.range, locations };
}

async function statementsAt({ editing, offset, host }: Spot, context: ServerContext): Promise<Found> {
  const { range, places } = definitionAt(editing, offset) ?? {
    range: { start: offset, end: offset },
    places: [],
  };
  const locations: Location[] = [];
  for (const place of places) {
    const location = await context.locationOf(host, place);
    if (location) locations.push(location);
  }
  return { range, locations };
}
