import type { LocationLink } from 'vscode-languageserver';
import type { Location } from '../../../protocol/place.ts';
import type { TextRange } from '../core/text/range.ts';
import type { ServerContext } from './context.ts';
import type { Spot } from './features/feature.ts';
import { rangeAt } from './positions.ts';

/**
 * What words lead to, as the client takes it: with the words, or as mere places.
 * @param range the words
 * @param asLinks whether it takes the words
 */
export function targetsOf(
  { buffer }: Pick<Spot, 'buffer'>,
  range: TextRange,
  locations: readonly Location[],
  asLinks: boolean,
  { abilities }: Pick<ServerContext, 'abilities'>,
): Location[] | LocationLink[] {
  if (!asLinks) return [...locations];
  const originSelectionRange = rangeAt(buffer, range, abilities.encoding);
  return locations.map(({ uri, range: target }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: target,
    targetSelectionRange: target,
  }));
}
