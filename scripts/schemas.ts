// Writes schemas/: a JSON Schema (draft-07) of the manifest and of each kind of record, from the one definition of their
// keys. With --check it writes nothing and fails where a schema is not what the definition says.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Key } from '../server/src/core/model/key.ts';
import { keysOf } from '../server/src/core/model/keys.ts';
import { isRecordKind, kinds, type RecordKind } from '../server/src/core/model/kinds.ts';
import type { ManifestKey } from '../server/src/core/model/manifestKeys.ts';
import { keysWithRules, ruleKeys } from '../server/src/core/rules/running/ruleKeys.ts';
import { run } from './toolchain.mjs';

interface Schema {
  readonly [keyword: string]: unknown;
}

const folder = 'schemas';
const draft = 'http://json-schema.org/draft-07/schema#';

// A value is read from its source, so `version: 1.10` and `title: 2026` are texts too; an empty one is still to be filled in.
const text: Schema = { type: ['string', 'number', 'boolean', 'null'] };

const criteria: Schema = { anyOf: [...orListOf(text), { type: 'object' }] };
const citations: Schema = {
  anyOf: [
    ...orListOf(text),
    {
      type: 'object',
      properties: { TSC: { description: 'The ids of Trust Services Criteria.', ...criteria } },
      additionalProperties: criteria,
    },
  ],
};

function orListOf(schema: Schema): readonly Schema[] {
  return [schema, { type: 'array', items: schema }];
}

function manifestSchema(): Schema {
  return {
    $schema: draft,
    title: 'Tickmark manifest',
    description: 'The file tickmark.yaml at the root of a program.',
    ...mappingOf(keysWithRules),
    definitions: Object.fromEntries(ruleKeys.map(key => [definitionOf(key), described(key)])),
  };
}

function recordSchema(kind: RecordKind): Schema {
  const record = mappingOf(new Set(keysOf(kind).values()));
  const ofKind = {
    ...record,
    properties: { ...record.properties, kind: { ...record.properties['kind'], const: kind } },
  };
  return {
    $schema: draft,
    title: `Tickmark ${kinds[kind].plural}`,
    description: 'A YAML file of one record or of a list of records.',
    anyOf: orListOf({ $ref: '#/definitions/record' }),
    definitions: { record: ofKind },
  };
}

function mappingOf(
  keys: Iterable<Key | ManifestKey>,
): Schema & { readonly properties: Record<string, Schema> } {
  const properties: Record<string, Schema> = {};
  for (const key of keys) {
    // A rule is set for the whole program and for folders: what can be said of it stands there once.
    const schema = isRule(key)
      ? { description: key.description, $ref: `#/definitions/${definitionOf(key)}` }
      : described(key);
    properties[key.name] = schema;
    for (const alias of key.aliases ?? []) {
      properties[alias] = { ...schema, doNotSuggest: true };
    }
  }
  return { type: ['object', 'null'], properties, additionalProperties: false };
}

function described(key: Key | ManifestKey): Schema {
  return { description: key.description, ...valuesOf(key) };
}

/** A solidus in the name of a definition would have to be escaped. */
function definitionOf({ name }: Key | ManifestKey): string {
  return name.replace('/', '.');
}

function isRule({ name }: Key | ManifestKey): boolean {
  return name.includes('/');
}

/** What may stand after a key: where a list may, a lone value is a list of one. */
function valuesOf(key: Key | ManifestKey): Schema {
  const isList = key.type === 'list' || ('list' in key && key.list === true);
  if (key.type === 'citations') return citations;
  return isList ? { anyOf: orListOf(loneValueOf(key)) } : loneValueOf(key);
}

function loneValueOf(key: Key | ManifestKey): Schema {
  if (key.keys && key.words) return { anyOf: [wordsOf(key.words, undefined), mappingOf(key.keys)] };
  if (key.keys) {
    const mapping = mappingOf(key.keys);
    return 'orText' in key && key.orText ? { anyOf: [text, mapping] } : mapping;
  }
  if ('each' in key && key.each) {
    return { type: ['object', 'null'], additionalProperties: mappingOf(key.each) };
  }
  if (key.words) return wordsOf(key.words, 'pattern' in key ? key.pattern : undefined);
  switch (key.type) {
    case 'mapping':
      return { type: ['object', 'null'] };
    case 'date':
      return { type: ['string', 'null'], format: 'date' };
    case 'boolean':
    case 'number':
      return { type: [key.type, 'null'] };
    default:
      return {
        ...text,
        ...('pattern' in key && { pattern: key.pattern }),
        ...(key.suggestions && { examples: key.suggestions }),
      };
  }
}

function wordsOf(words: readonly string[], pattern: string | undefined): Schema {
  const one = { enum: [...words.map(word => (/^\d+$/.test(word) ? Number(word) : word)), null] };
  return pattern === undefined ? one : { anyOf: [one, { type: 'string', pattern }] };
}

/**
 * What VS Code's YAML extension is given for the manifest beside our own extension. It takes every value, and names no key: what
 * it reported, completed and explained would all be there twice. It keeps schemas of other tools away.
 */
function openSchema(): Schema {
  return {
    $schema: draft,
    title: 'Tickmark manifest',
    description: 'Checked, completed, and explained by Tickmark.',
  };
}

const schemas = new Map([
  ['manifest', manifestSchema()],
  ['manifest.open', openSchema()],
]);
for (const kind of Object.keys(kinds)) {
  if (isRecordKind(kind) && kind !== 'manifest' && kind !== 'document') schemas.set(kind, recordSchema(kind));
}
const expected = new Map([...schemas].map(([name, schema]) => [`${name}.schema.json`, schema]));

function check(): void {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const stale = [...new Set([...expected.keys(), ...present])].filter(
    name =>
      !present.includes(name) ||
      !isDeepStrictEqual(JSON.parse(readFileSync(join(folder, name), 'utf8')), expected.get(name)),
  );
  for (const name of stale) console.error(`${folder}/${name} is not current: run \`npm run generate\`.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

function write(): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of expected) writeFileSync(join(folder, name), JSON.stringify(schema, null, 2));
  process.exitCode = run('biome', ['format', '--write', folder]);
}

if (process.argv.includes('--check')) check();
else write();
