import { keysOf } from '../keys.ts';
import type { RecordKind } from '../kinds.ts';
import { ourSkeletons } from './ours.ts';
import type { Line } from './skeleton.ts';

const orders = new Map<RecordKind, ReadonlyMap<string, number>>();

/** What begins every record, and what few have and none begins with. */
const head = ['id', 'kind'];
const tail = ['tags', 'confidential', 'supersedes'];

/**
 * The places of the keys of a kind, by name and alias, in the order in which new records are written: that of the skeleton of the
 * kind, and each other key behind the one that is defined before it.
 */
export function orderOfKeys(kind: RecordKind): ReadonlyMap<string, number> {
  let order = orders.get(kind);
  if (!order) orders.set(kind, (order = newOrder(kind)));
  return order;
}

function newOrder(kind: RecordKind): ReadonlyMap<string, number> {
  const names = (ourSkeletons[kind]?.metadata ?? []).flatMap(line => keyOfLine(line) ?? []);
  const apart = new Set([...head, ...tail]);
  const order = [...head, ...names.filter(name => !apart.has(name))];
  const table = keysOf(kind);
  let before = 'kind';
  for (const { name } of new Set(table.values())) {
    if (apart.has(name)) continue;
    if (!order.includes(name)) order.splice(order.indexOf(before) + 1, 0, name);
    before = name;
  }
  const all = [...order, ...tail];
  return new Map([...table].map(([name, key]) => [name, all.indexOf(key.name)]));
}

/** The key that a line of a skeleton begins; undefined for what lies inside of one. */
function keyOfLine([words]: Line): string | undefined {
  return typeof words === 'string' ? /^(\w+):/.exec(words)?.[1] : undefined;
}
