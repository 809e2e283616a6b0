interface Schema {
  readonly [keyword: string]: unknown;
  readonly $defs?: unknown;
  readonly additionalProperties?: unknown;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const types: Record<string, (value: unknown) => boolean> = {
  object: isObject,
  array: Array.isArray,
  string: value => typeof value === 'string',
  integer: Number.isInteger,
};

/**
 * Checks a value against the part of JSON Schema that the catalogue's schemas use.
 * @returns one line for each violation: where, and what is broken. Throws on a keyword that it does not know, so that no
 * part of a schema goes unchecked.
 */
export function violations(root: unknown, value: unknown): string[] {
  const found: string[] = [];
  if (!isObject(root)) throw new TypeError('a schema is an object');
  const definitions = root.$defs;

  function check(schema: unknown, value: unknown, where: string): void {
    if (!isObject(schema)) throw new TypeError(`no schema for ${where}`);
    for (const [keyword, rule] of Object.entries(schema)) {
      const say = (): number => found.push(`${where}: ${keyword} ${JSON.stringify(rule)}`);
      switch (keyword) {
        case '$schema':
        case '$defs':
        case 'title':
        case 'description':
          break;
        case '$ref': {
          const name = String(rule).replace('#/$defs/', '');
          check(isObject(definitions) ? definitions[name] : undefined, value, where);
          break;
        }
        case 'type':
          if (!types[String(rule)]?.(value)) say();
          break;
        case 'enum':
          if (!Array.isArray(rule) || !rule.includes(value)) say();
          break;
        case 'pattern':
          if (typeof value === 'string' && !new RegExp(String(rule), 'u').test(value)) say();
          break;
        case 'maxLength':
          if (typeof value === 'string' && value.length > Number(rule)) say();
          break;
        case 'minimum':
          if (typeof value === 'number' && value < Number(rule)) say();
          break;
        case 'maximum':
          if (typeof value === 'number' && value > Number(rule)) say();
          break;
        case 'minItems':
          if (Array.isArray(value) && value.length < Number(rule)) say();
          break;
        case 'maxItems':
          if (Array.isArray(value) && value.length > Number(rule)) say();
          break;
        case 'items':
          if (Array.isArray(value)) {
            for (const [index, item] of value.entries()) check(rule, item, `${where}/${index}`);
          }
          break;
        case 'required':
          if (isObject(value) && Array.isArray(rule) && !rule.every(key => Object.hasOwn(value, key))) say();
          break;
        case 'properties':
          if (isObject(value) && isObject(rule)) {
            for (const [key, property] of Object.entries(value)) {
              if (Object.hasOwn(rule, key)) check(rule[key], property, `${where}/${key}`);
              else if (schema.additionalProperties === false) found.push(`${where}: unknown key ${key}`);
            }
          }
          break;
        case 'additionalProperties':
          break;
        default:
          throw new Error(`unknown keyword ${keyword}`);
      }
    }
  }

  check(root, value, '');
  return found;
}
