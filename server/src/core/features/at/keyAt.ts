import type { Key } from '../../model/key.ts';
import { keysOf } from '../../model/keys.ts';
import type { RecordKind } from '../../model/kinds.ts';

/**
 * The key at the end of a path of keys of a record (lists add no step to it), by its name or another spelling; undefined
 * for an unknown one. Below `satisfies` stand catalogs and ids, which are no keys.
 */
export function recordKeyAt(kind: RecordKind, [first = '', ...rest]: readonly string[]): Key | undefined {
  let key: Key | undefined = keysOf(kind).get(first);
  for (const step of rest)
    key = key?.keys?.find(({ name, aliases }) => name === step || aliases?.includes(step));
  return key;
}
