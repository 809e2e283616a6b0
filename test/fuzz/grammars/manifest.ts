import type { Random } from '../../../bench/generator/random.ts';
import type { ManifestKey } from '../../../server/src/core/model/manifestKeys.ts';
import { keysWithRules } from '../../../server/src/core/rules/running/ruleKeys.ts';
import { mappingOf } from './keyed.ts';
import { patternLine } from './patterns.ts';
import { type Tree, yamlOf } from './yaml.ts';

const globs = new Set(['include', 'exclude']);
const files = new Set(['catalogs', 'mappings']);

/** The text of a manifest with some of its keys, few of the rules, and globs where those belong. */
export function manifestText(random: Random): string {
  const keys = keysWithRules.map(key => (key.name === 'rules' ? few(random, key) : key));
  const made = mappingOf(random, keys, random.pick([0.1, 0.2, 0.4]));
  if (typeof made === 'string' || 'list' in made) return yamlOf(random, made);
  const entries = made.entries.map(([name, value]): readonly [string, Tree] => {
    if (globs.has(name) && random.chance(0.9))
      return [name, { list: Array.from({ length: random.whole(0, 4) }, () => patternLine(random)) }];
    if (files.has(name) && random.chance(0.7))
      return [
        name,
        {
          list: ['catalogs/own.yaml', 'catalogs/oscal.json', 'catalogs/map.yaml'].filter(() =>
            random.chance(0.6),
          ),
        },
      ];
    return [name, value];
  });
  return yamlOf(random, { entries });
}

/** The key `rules` with a handful of the rules that there are. */
function few(random: Random, key: ManifestKey): ManifestKey {
  const keys = key.keys ?? [];
  return {
    ...key,
    keys: keys.filter(({ name }) => name === 'preset' || name === 'folders' || random.chance(0.08)),
  };
}
