// Maps from a key to a set of items, without empty sets.

/** Adds an item to those of a key. */
export function put<Item>(index: Map<string, Set<Item>>, key: string, item: Item): void {
  const set = index.get(key);
  if (set) set.add(item);
  else index.set(key, new Set([item]));
}

/** Takes an item away from those of a key, if it is there. */
export function drop<Item>(index: Map<string, Set<Item>>, key: string, item: Item): void {
  const set = index.get(key);
  set?.delete(item);
  if (set?.size === 0) index.delete(key);
}
