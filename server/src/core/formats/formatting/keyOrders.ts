// In which order keys are written: those of records as new records have them, and all others as they are defined.
import { keysOf } from '../../model/keys.ts';
import type { RecordKind } from '../../model/kinds.ts';
import { manifestKeys } from '../../model/manifestKeys.ts';
import { orderOfKeys } from '../../model/skeletons/orderOfKeys.ts';
import type { KeyOrder } from './keysInOrder.ts';

/** What has keys in it, in the order of their definition. */
interface Defined {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly keys?: readonly Defined[];
  readonly each?: readonly Defined[];
}

/** The order of the keys of a record. */
export function orderOfRecord(kind: RecordKind): KeyOrder {
  return {
    places: orderOfKeys(kind),
    inside: name => {
      const key: Defined | undefined = keysOf(kind).get(name);
      return key && insideOf(key);
    },
  };
}

/** The order of the keys of the manifest. */
export const orderOfManifest: KeyOrder = orderOf(manifestKeys);

function orderOf(keys: readonly Defined[]): KeyOrder {
  const byName = new Map(keys.flatMap(key => [key.name, ...(key.aliases ?? [])].map(name => [name, key])));
  return {
    places: new Map([...byName].map(([name, key]) => [name, keys.indexOf(key)])),
    inside: name => {
      const key = byName.get(name);
      return key && insideOf(key);
    },
  };
}

function insideOf({ keys, each }: Defined): KeyOrder | undefined {
  if (keys) return orderOf(keys);
  // Names of one's own choice stand in an order of one's own.
  return each && { places: new Map(), inside: () => orderOf(each) };
}
