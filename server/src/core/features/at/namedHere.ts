import { recordAt } from '../../formats/recordAt.ts';
import { rangeOf } from '../../model/shape.ts';
import { type Named, namedBy } from '../../program/named.ts';
import type { TextRange } from '../../text/range.ts';
import type { Editing } from '../editing.ts';
import { nameAt } from './nameAt.ts';
import { phraseAt } from './phrasesSaid.ts';

/**
 * What is named at an offset (see `nameAt`), also by a full name or a title in running text. The title of a record without an id stands
 * for it: others name it by its file.
 */
export function namedHere(
  editing: Editing,
  offset: number,
): { readonly named: Named; readonly range: TextRange } | undefined {
  return nameAt(editing, offset) ?? titledAt(editing, offset) ?? phraseAt(editing, offset);
}

function titledAt({ facts, program }: Editing, offset: number) {
  const { summary } = facts;
  const record = recordAt(facts, offset);
  const shape = summary.shape.records[record];
  if (!shape || shape.id || shape.title === undefined || shape.stem === undefined) return undefined;
  const range = rangeOf(summary, record, shape.at);
  if (offset < range.start || range.end < offset) return undefined;
  return { named: namedBy({ of: 'record', text: shape.stem, kind: shape.kind }, program), range };
}
