interface Schema {
  readonly [keyword: string]: unknown;
  readonly properties?: unknown;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const types: Record<string, (value: unknown) => boolean> = {
  object: isObject,
  array: Array.isArray,
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  integer: Number.isInteger,
  boolean: value => typeof value === 'boolean',
  null: value => value === null,
};

function isDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/**
 * Checks a value against the part of JSON Schema that the project's own schemas use.
 * @returns one line for each violation: where, and what is broken; where no alternative fits, those of the nearest one
 * (of the value's type, with the fewest).
 * Throws on a keyword that it does not know, so that no part of a schema goes unchecked.
 */
export function violations(root: unknown, value: unknown): string[] {
  function resolve(reference: string): unknown {
    return reference
      .split('/')
      .slice(1)
      .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), root);
  }

  function check(schema: unknown, value: unknown, where: string): string[] {
    if (!isObject(schema)) throw new TypeError(`no schema for ${where}`);
    return Object.entries(schema).flatMap(([keyword, rule]) => judge(schema, keyword, rule, value, where));
  }

  function judge(schema: Schema, keyword: string, rule: unknown, value: unknown, where: string): string[] {
    const unless = (fits: boolean): string[] =>
      fits ? [] : [`${where}: ${keyword} ${JSON.stringify(rule)}`];
    switch (keyword) {
      case '$schema':
      case '$defs':
      case 'definitions':
      case 'title':
      case 'description':
      case 'examples':
      case 'deprecated':
      case 'deprecationMessage':
      case 'doNotSuggest':
        return [];
      case '$ref':
        return check(resolve(String(rule)), value, where);
      case 'anyOf': {
        if (!Array.isArray(rule)) throw new TypeError(`${where}: anyOf is a list`);
        const found = rule.map(alternative => check(alternative, value, where));
        const distance = (lines: string[]) =>
          lines.some(line => line.startsWith(`${where}: type`)) ? Number.POSITIVE_INFINITY : lines.length;
        return found.reduce((nearest, other) => (distance(other) < distance(nearest) ? other : nearest));
      }
      case 'type':
        return unless([rule].flat().some(type => types[String(type)]?.(value)));
      case 'const':
        return unless(value === rule);
      case 'enum':
        return unless(Array.isArray(rule) && rule.includes(value));
      case 'pattern':
        return unless(typeof value !== 'string' || new RegExp(String(rule), 'u').test(value));
      case 'format':
        if (rule !== 'date') throw new Error(`unknown format ${rule}`);
        return unless(typeof value !== 'string' || isDate(value));
      case 'maxLength':
        return unless(typeof value !== 'string' || value.length <= Number(rule));
      case 'minimum':
        return unless(typeof value !== 'number' || value >= Number(rule));
      case 'maximum':
        return unless(typeof value !== 'number' || value <= Number(rule));
      case 'minItems':
        return unless(!Array.isArray(value) || value.length >= Number(rule));
      case 'maxItems':
        return unless(!Array.isArray(value) || value.length <= Number(rule));
      case 'items':
        return Array.isArray(value)
          ? value.flatMap((item, index) => check(rule, item, `${where}/${index}`))
          : [];
      case 'required':
        return unless(
          !isObject(value) || (Array.isArray(rule) && rule.every(key => Object.hasOwn(value, key))),
        );
      case 'properties':
        return isObject(value) && isObject(rule)
          ? Object.entries(value).flatMap(([key, property]) =>
              Object.hasOwn(rule, key) ? check(rule[key], property, `${where}/${key}`) : [],
            )
          : [];
      case 'additionalProperties': {
        const known = isObject(schema.properties) ? schema.properties : {};
        const others = isObject(value)
          ? Object.entries(value).filter(([key]) => !Object.hasOwn(known, key))
          : [];
        return others.flatMap(([key, property]) =>
          rule === false ? [`${where}: unknown key ${key}`] : check(rule, property, `${where}/${key}`),
        );
      }
      default:
        throw new Error(`unknown keyword ${keyword}`);
    }
  }

  return check(root, value, '');
}
