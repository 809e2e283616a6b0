/** Says what is wrong with a value, by where it is; undefined where it has the shape. */
export type Shape = (value: unknown, at: string) => string | undefined;

/** A value of which only the type is looked at. */
function only(what: string, is: (value: unknown) => boolean): Shape {
  return (value, at) => (is(value) ? undefined : `${at} is not ${what}.`);
}

export const string = only('a string', value => typeof value === 'string');
export const uri = only(
  'a URI, such as `file:///home/me/program`',
  value => typeof value === 'string' && /^[a-z][a-z\d+.-]*:/i.test(value),
);
export const integer = only('an integer', value => Number.isSafeInteger(value));

export function optional(shape: Shape): Shape {
  // Many clients write null for what they leave out.
  return (value, at) => (value === undefined || value === null ? undefined : shape(value, at));
}

export function list(of: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) return `${at} is not a list.`;
    for (const [index, item] of value.entries()) {
      const problem = of(item, `${at}[${index}]`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

/** An object with fields of these shapes; others may stand beside. */
export function object(fields: Readonly<Record<string, Shape>> = {}): Shape {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at} is not an object.`;
    const stated = new Map<string, unknown>(Object.entries(value));
    for (const [name, shape] of Object.entries(fields)) {
      const problem = shape(stated.get(name), `${at}.${name}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

/** What JSON-RPC allows as parameters, and a null that many clients write where there are none. */
export const anyParams: Shape = (value, at) =>
  value === undefined || typeof value === 'object' ? undefined : `${at} is neither an object nor a list.`;
