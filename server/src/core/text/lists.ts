// What a call cannot do to a list of any length: the values that are spread among its arguments lie on the stack.

/** Adds values to the end of a list. */
export function append<Value>(list: Value[], more: Iterable<Value>): void {
  for (const value of more) list.push(value);
}

/** The largest of some numbers, or `least` where none is larger. */
export function largest(least: number, numbers: Iterable<number>): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

/**
 * The first index that fits, of `count`, where all that fit come last; `count` where none does.
 * Asks for a few of them only, however many there are.
 */
export function firstIndex(count: number, fits: (index: number) => boolean): number {
  let [first, end] = [0, count];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (fits(middle)) end = middle;
    else first = middle + 1;
  }
  return first;
}

/** What occurs most often; of equals what came first. */
export function mostCommon(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: string | undefined;
  for (const [word, count] of counts)
    if (count > (counts.get(best ?? '') ?? 0) || best === undefined) best = word;
  return best;
}

/** Things by a key that each has, in the order in which the keys first occur. */
export function groupedBy<Thing, Key>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => Key,
): Map<Key, [Thing, ...Thing[]]> {
  const groups = new Map<Key, [Thing, ...Thing[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/**
 * The first of some things in an order, as sorting all of them would give them. Each thing that is not among the first so far is
 * compared once.
 */
export function firstInOrder<Thing>(
  things: Iterable<Thing>,
  most: number,
  compare: (a: Thing, b: Thing) => number,
): Thing[] {
  const first: Thing[] = [];
  for (const thing of things) {
    const isBefore = (other: Thing | undefined) => other !== undefined && compare(thing, other) < 0;
    if (first.length >= most && !isBefore(first.at(-1))) continue;
    const at = firstIndex(first.length, index => isBefore(first[index]));
    first.splice(at, 0, thing);
    if (first.length > most) first.pop();
  }
  return first;
}
