// Values for the keys of records and of the manifest, as their definitions say them, and of every other type.
import type { Random } from '../../../bench/generator/random.ts';
import type { Key } from '../../../server/src/core/model/key.ts';
import type { ManifestKey } from '../../../server/src/core/model/manifestKeys.ts';
import { criteria, dates, paths, people, recordIds, sentence, signs, word } from './words.ts';
import type { Tree } from './yaml.ts';

/** How deep mappings are filled. */
const deepest = 5;

/** A mapping with some of the keys; now and then with one that is unknown, misspelled or there twice. */
export function mappingOf(
  random: Random,
  keys: readonly (Key | ManifestKey)[],
  share: number,
  depth = 0,
): Tree {
  const chosen = random.shuffled(keys.filter(() => random.chance(share)));
  const entries = chosen.map(key => [nameOf(random, key), valueFor(random, key, depth + 1)] as const);
  if (random.chance(0.1)) entries.push([word(random), anything(random, depth + 1)]);
  const [first] = entries;
  if (first && random.chance(0.05)) entries.push(first);
  return { entries };
}

function nameOf(random: Random, { name, aliases = [] }: Key | ManifestKey): string {
  const written = random.pick([name, name, name, ...aliases]);
  if (random.chance(0.95)) return written;
  return random.pick([
    written.toUpperCase(),
    written.slice(1),
    `${written}s`,
    written.replace(/[A-Z]/g, '_$&'),
  ]);
}

/** A value for a key: mostly of its type. */
export function valueFor(random: Random, key: Key | ManifestKey, depth: number): Tree {
  if (random.chance(0.12)) return anything(random, depth);
  const isList = ('list' in key && key.list === true) || key.type === 'list';
  if (!isList || random.chance(0.1)) return oneOf(random, key, depth);
  return { list: Array.from({ length: random.whole(0, 3) }, () => oneOf(random, key, depth)) };
}

function oneOf(random: Random, key: Key | ManifestKey, depth: number): Tree {
  if (key.keys && depth < deepest && random.chance(0.9)) return mappingOf(random, key.keys, 0.5, depth);
  if ('each' in key && key.each && depth < deepest) {
    const names = ['policies', 'controls', 'gone', '/policies/'];
    return {
      entries: names
        .filter(() => random.chance(0.4))
        .map(name => [name, mappingOf(random, key.each ?? [], 0.05, depth)]),
    };
  }
  const words = [...(key.words ?? []), ...('suggestions' in key ? (key.suggestions ?? []) : [])];
  if (words.length > 0 && random.chance(0.8)) return random.pick(words);
  return ofType(random, key);
}

function ofType(random: Random, { type }: Key | ManifestKey): Tree {
  switch (type) {
    case 'id':
    case 'reference':
      return random.pick(recordIds);
    case 'date':
      return random.pick(dates);
    case 'boolean':
      return random.pick(['true', 'false', 'yes', 'no']);
    case 'number':
      return random.pick(['0', '1', '12', '-3', '1.5', '1e9', '0x10', 'NaN', '99999999999999999999']);
    case 'person':
      return random.pick(people);
    case 'interval':
      return random.pick(['annual', 'monthly', 'every 3 months', '90 days', 'P1Y', '0 0 1 * *', 'often']);
    case 'citations':
      return citations(random);
    case 'window':
    case 'mapping':
      return {
        entries: [
          ['from', random.pick(dates)],
          ['to', random.pick(dates)],
        ],
      };
    case 'file':
      return random.pick(paths);
    case 'hash':
      return random.pick(['a'.repeat(64), 'A'.repeat(64), 'sha256:abc', '0'.repeat(63), '']);
    default:
      return sentence(random);
  }
}

/** What `satisfies` may say: a list, a lone id, lists by catalog, and lists in lists. */
export function citations(random: Random): Tree {
  const list = (): Tree => ({
    list: Array.from({ length: random.whole(0, 5) }, () => random.pick(criteria)),
  });
  const kind = random.next();
  if (kind < 0.35) return list();
  if (kind < 0.5) return random.pick(criteria);
  if (kind < 0.6) return Array.from({ length: 3 }, () => random.pick(criteria)).join(', ');
  const catalogs = ['TSC', 'tsc', 'SOC 2', 'ICFR', 'icfr', 'More', 'Security', '2017 TSC', 'x'];
  return {
    entries: catalogs
      .filter(() => random.chance(0.25))
      .map(name => [name, random.chance(0.8) ? list() : random.pick(criteria)]),
  };
}

/** Any tree. */
export function anything(random: Random, depth: number): Tree {
  const kind = random.next();
  if (kind < 0.2 && depth < deepest)
    return { list: Array.from({ length: random.whole(0, 4) }, () => anything(random, depth + 1)) };
  if (kind < 0.4 && depth < deepest)
    return {
      entries: Array.from(
        { length: random.whole(0, 4) },
        () => [word(random), anything(random, depth + 1)] as const,
      ),
    };
  if (kind < 0.5) return random.pick(signs);
  if (kind < 0.6) return random.pick(criteria);
  if (kind < 0.7) return `${sentence(random)}${random.pick(signs)}${sentence(random)}`;
  return sentence(random);
}
