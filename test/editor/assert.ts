// What the tests in editors assert with: Node's own assertions are not in a web extension host.

/** Fails unless a value holds. */
export function ok(value: unknown, what = 'a value'): asserts value {
  if (!value) throw new Error(`${what} is ${JSON.stringify(value)}`);
}

/** Fails unless two values are written the same as JSON. */
export function equal(actual: unknown, expected: unknown, what = 'a value'): void {
  const [is, meant] = [actual, expected].map(value => JSON.stringify(value, null, 1));
  if (is !== meant) throw new Error(`${what} is\n${is}\nand not\n${meant}`);
}

/** Fails unless a text matches. */
export function match(text: string | undefined, pattern: RegExp): void {
  if (text === undefined || !pattern.test(text)) throw new Error(`${pattern} is not in\n${text}`);
}
