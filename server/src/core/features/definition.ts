import type { NamedPlace } from '../program/named.ts';
import type { TextRange } from '../text/range.ts';
import { namedHere } from './at/namedHere.ts';
import type { Editing } from './editing.ts';

/** Where the thing is stated that the words of a range name. */
export interface Definition {
  readonly range: TextRange;
  readonly places: readonly NamedPlace[];
}

/**
 * Where the record, people, or system is stated that is named at an offset: several places where one id is that of several
 * records, or a role that of several people. Undefined where nothing is named that exists.
 */
export function definitionAt(editing: Editing, offset: number): Definition | undefined {
  const found = namedHere(editing, offset);
  return found && found.named.stated.length > 0
    ? { range: found.range, places: found.named.stated }
    : undefined;
}
