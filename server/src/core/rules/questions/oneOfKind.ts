import { kinds, type RecordKind } from '../../model/kinds.ts';

/**
 * The noun for one record of a kind, as a sentence needs it behind an article: `user control`, `evidence record`. It is made
 * of the plural, because the name of a kind (`evidence`) may not have a singular of its own.
 */
export function oneOfKind(kind: RecordKind): string {
  return kinds[kind].plural.replace(/ies$/, 'y').replace(/s$/, '');
}
