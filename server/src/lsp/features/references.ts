import { type Position, ReferencesRequest } from 'vscode-languageserver';
import type { Location } from '../../../../protocol/place.ts';
import { holdsPhrase, phrasesIn } from '../../core/features/at/phrasesSaid.ts';
import { isIdWord, saidIn } from '../../core/features/at/said.ts';
import { type References, referencesAt } from '../../core/features/references.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import { calledOff, type IsCalledOff } from '../calledOff.ts';
import type { OpenDocument, PlaceInProgram, ServerContext } from '../context.ts';
import { textTakenUp } from '../factsAt.ts';
import { object } from '../shapes.ts';
import { documentRequest, type Feature, placeInDocument, spotAt } from './feature.ts';

/** What refers to, cites, or speaks of what the caret is on, in every document of the program, whether it is open or not. */
export const references: Feature = {
  announces: () => ({ referencesProvider: true }),
  answers: [
    documentRequest(
      ReferencesRequest.type,
      (value, at) => placeInDocument(value, at) ?? object({ context: object() })(value, at),
      [],
      async (document, { position, context: asked }, context, isCalledOff): Promise<Location[]> => {
        // What is not read yet may refer to it too.
        await context.workspace.idle;
        if (isCalledOff()) throw calledOff();
        const found = await foundAt(document, position, context, isCalledOff);
        if (!found) return [];
        const places = asked.includeDeclaration ? [...found.stated, ...found.places] : found.places;
        return context.locationsOf(found.host, [...places, ...(await saidOf(found, found.host, context))]);
      },
    ),
  ],
};

interface Found extends References {
  readonly host: ProgramHost;
}

/** What refers to what is at a position, by the latest texts; undefined where nothing is. */
async function foundAt(
  document: OpenDocument,
  position: Position,
  context: ServerContext,
  isCalledOff: IsCalledOff,
): Promise<Found | undefined> {
  const find = (now: OpenDocument | undefined): Found | undefined => {
    const spot = now && spotAt(now, position, context);
    const found = spot && referencesAt(spot.editing, spot.offset);
    return found && { ...found, host: spot.host };
  };
  const found = find(context.openDocument(document.buffer.uri));
  const forPhrases = (found?.called.phrases.length ?? 0) > 0;
  if (!found || !(forPhrases || found.ids.some(isIdWord))) return found;
  if (!(await context.readTexts(found.host, forPhrases, isCalledOff))) return found;
  // What has been taken up while texts were read counts. From here on nothing else has its turn.
  return find(context.openDocument(document.buffer.uri));
}

/** Where the texts of a program speak of what was found. */
async function saidOf(
  found: References,
  host: ProgramHost,
  context: ServerContext,
): Promise<readonly PlaceInProgram[]> {
  const places: PlaceInProgram[] = [];
  for (const path of context.documentsSaying(found, host)) {
    const text = await textTakenUp(context.editsContext, host, path);
    if (text === undefined || !mayName(text, found)) continue;
    const facts = host.factsOf(path, text);
    if (!facts) continue;
    const ranges = [...saidIn(facts, found.ids), ...phrasesIn(facts, found.called)];
    for (const range of ranges) places.push({ path, range });
  }
  return places;
}

/** Whether it is worth reading a text as a document. */
function mayName(text: string, { ids, called }: References): boolean {
  return ids.some(id => text.includes(id)) || holdsPhrase(text, called.phrases);
}
