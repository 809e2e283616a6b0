import { DeclarationRequest, DefinitionRequest } from 'vscode-languageserver';
import type { Location } from '../../../../protocol/place.ts';
import { fileNamedAt } from '../../core/features/at/filesNamed.ts';
import { subjectsAt } from '../../core/features/at/subjectsAt.ts';
import { definitionAt } from '../../core/features/definition.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { ServerContext } from '../context.ts';
import { fileAt } from '../fileAt.ts';
import { targetsOf } from '../targets.ts';
import { type Feature, positionRequest, type Spot } from './feature.ts';

/**
 * Where the record, people, or system is stated that is named, the file that a key names, and the pages of the criteria that are
 * cited.
 */
export const definition: Feature = {
  announces: () => ({ definitionProvider: true, declarationProvider: true }),
  answers: [
    positionRequest(DefinitionRequest.type, [], async (spot, context) => {
      const { range, locations } = await foundAt(spot, context);
      return targetsOf(spot, range, locations, context.abilities.definitionLinks, context);
    }),
    // What states a thing is what declares it.
    positionRequest(DeclarationRequest.type, [], async (spot, context) => {
      const { range, locations } = await foundAt(spot, context);
      return targetsOf(spot, range, locations, context.abilities.declarationLinks, context);
    }),
  ],
};

interface Found {
  /** The words that were asked about. */
  readonly range: TextRange;
  readonly locations: readonly Location[];
}

async function foundAt(spot: Spot, context: ServerContext): Promise<Found> {
  return pagesAt(spot, context) ?? (await fileAtSpot(spot, context)) ?? (await statementsAt(spot, context));
}

function pagesAt({ editing, offset, host }: Spot, context: ServerContext): Found | undefined {
  const cited = subjectsAt(editing, offset);
  if (!cited) return undefined;
  const locations = cited.subjects.flatMap(subject => context.pageLocation(host, subject) ?? []);
  return { range: cited.range, locations };
}

async function fileAtSpot(
  { editing, offset, host }: Spot,
  context: ServerContext,
): Promise<Found | undefined> {
  const named = fileNamedAt(editing, offset);
  if (!named) return undefined;
  const location = await fileAt(named.paths, host, context);
  return { range: named.range, locations: location ? [location] : [] };
}

async function statementsAt({ editing, offset, host }: Spot, context: ServerContext): Promise<Found> {
  const { range, places } = definitionAt(editing, offset) ?? {
    range: { start: offset, end: offset },
    places: [],
  };
  return { range, locations: await context.locationsOf(host, places) };
}
