import type { MultiMap } from '../multiMap.ts';
import type { RecordEntry } from '../record.ts';

/** The items of a map as plain data that does not depend on the order in which they came. */
export function pictureOf<Item extends string | object>(
  map: MultiMap<Item>,
  nameOf: (item: Item) => string,
): unknown {
  return [...map.keys()].sort().map(key => [key, [...map.get(key)].map(nameOf).sort()]);
}

/** What tells a record from every other: its path and its number there. */
export function recordName({ path, index }: RecordEntry): string {
  return `${path} ${index}`;
}
