import type { CreatedRecord } from '../../../protocol/newRecord.ts';
import type { Begun } from '../core/formats/begun.ts';
import { measuredText, rangeAt } from './positions.ts';
import { snippetOf } from './snippetOf.ts';
import type { EditsContext } from './workspaceEdits.ts';

/** A new document as the client makes it, and where in it a person goes on typing. */
export function createdRecord(
  { abilities, uriOf }: Pick<EditsContext, 'abilities' | 'uriOf'>,
  key: string,
  begun: Begun,
): CreatedRecord {
  const { text, stops } = begun;
  const first = stops[0] ?? { start: text.length, end: text.length };
  return {
    uri: uriOf(key),
    text,
    snippet: snippetOf(begun),
    selection: rangeAt(measuredText(text), first, abilities.encoding),
  };
}
