import type { PathSegment } from './pathSegment.ts';

interface Entry<Value> {
  readonly segment: PathSegment;
  readonly value: Value;
}

/** Values by what a name may be, found by the whole name, or by what it ends or begins with. */
export class SegmentIndex<Value> {
  readonly #exact = new Map<string, Entry<Value>[]>();
  readonly #written = new Map<string, Value>();
  readonly #bySuffix = new Affixes<Value>();
  readonly #byPrefix = new Affixes<Value>();

  add(segment: PathSegment, value: Value): void {
    const { exact, prefix, suffix } = segment;
    if (exact !== undefined) pushTo(this.#exact, exact, { segment, value });
    else if (prefix.length > suffix.length) this.#byPrefix.add(prefix, { segment, value });
    else this.#bySuffix.add(suffix, { segment, value });
  }

  /** The value of the segment that is written alike, which is made where there is none. */
  valueOf(segment: PathSegment, make: () => Value): Value {
    const known = this.#written.get(segment.source);
    if (known !== undefined) return known;
    const value = make();
    this.#written.set(segment.source, value);
    this.add(segment, value);
    return value;
  }

  /** Gives the values of all that fit a name, in no order. */
  each(name: string, take: (value: Value) => void): void {
    for (const { value } of this.#exact.get(name) ?? []) take(value);
    this.#bySuffix.each(name, length => name.slice(name.length - length), take);
    this.#byPrefix.each(name, length => name.slice(0, length), take);
  }
}

/** Entries by a text at one end of the segment. */
class Affixes<Value> {
  readonly #byLength = new Map<number, Map<string, Entry<Value>[]>>();

  add(affix: string, entry: Entry<Value>): void {
    let ofLength = this.#byLength.get(affix.length);
    if (!ofLength) this.#byLength.set(affix.length, (ofLength = new Map()));
    pushTo(ofLength, affix, entry);
  }

  each(name: string, cut: (length: number) => string, take: (value: Value) => void): void {
    for (const [length, entries] of this.#byLength) {
      if (length > name.length) continue;
      for (const { segment, value } of entries.get(cut(length)) ?? []) if (segment.matches(name)) take(value);
    }
  }
}

function pushTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
