import type { RecordKind } from '../model/kinds.ts';
import { titled } from '../pages/words.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';

/** What sort of thing a symbol is, beside the kinds of records. */
export type SymbolSort = RecordKind | 'section' | 'report' | 'person' | 'system' | 'criterion' | 'file';

/** A record as lists of symbols call it: its id with its title, else what it is called in a sentence. */
export function symbolName(entry: Pick<RecordEntry, 'shape' | 'path'>): string {
  return titled(nameOf(entry), entry.shape.title ?? '');
}
