import { kinds, type RecordKind } from '../../model/kinds.ts';

/** What one record of a kind is called in a sentence: `user control`. */
export function kindWords(kind: RecordKind): string {
  return kinds[kind].plural.replace(/ies$/, 'y').replace(/s$/, '');
}
