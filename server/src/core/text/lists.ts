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
