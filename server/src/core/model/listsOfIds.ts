import { keysOf } from './keys.ts';
import type { RecordKind } from './kinds.ts';

/**
 * Whether a list of ids stands under a path of keys of a record: criteria (also by catalog), references, people, or systems.
 * @param path the keys down to it, outermost first
 */
export function isListOfIds(kind: RecordKind, [first = '', ...rest]: readonly string[]): boolean {
  const key = keysOf(kind).get(first);
  if (!key?.list) return false;
  if (key.type === 'citations') return rest.length <= 1;
  if (rest.length > 0) return false;
  return key.type === 'reference' || key.type === 'person' || key.names === 'system';
}
