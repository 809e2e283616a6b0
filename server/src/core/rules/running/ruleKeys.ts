import { type ManifestKey, manifestKeys } from '../../model/manifestKeys.ts';
import type { Option } from '../options.ts';
import type { Rule } from '../rule.ts';
import { rules } from '../rules.ts';
import { presets, severities } from '../severity.ts';

const words = [...severities, 'off'];

/** Every rule as a key. */
export const ruleKeys: readonly ManifestKey[] = rules.map(ruleKey);

/** What may stand under `rules`, for the whole program or a folder. */
const settingKeys: readonly ManifestKey[] = [
  {
    name: 'preset',
    type: 'word',
    words: presets,
    description:
      'The severity of all rules. `start` reports what is wrong but not what is missing, `recommended` is the default, and `strict` is for the weeks before the audit.',
  },
  ...ruleKeys,
];

/** The keys of the manifest, those of `rules` with the names and options of the rules there are. */
export const keysWithRules: readonly ManifestKey[] = manifestKeys.map(key =>
  key.name === 'rules' ? { ...key, keys: [...settingKeys, foldersKey()] } : key,
);

/** Whether a key at a path of the manifest sets a rule, so that its words are severities. */
export function setsRule(path: readonly string[], { name }: Pick<ManifestKey, 'name'>): boolean {
  return path[0] === 'rules' && name !== 'preset';
}

function foldersKey(): ManifestKey {
  return {
    name: 'folders',
    type: 'mapping',
    description: 'Settings for a folder and everything below it, by the path of the folder.',
    each: settingKeys,
  };
}

/** A rule has a severity, or a mapping of that and its options. */
function ruleKey({ name, summary, options = {} }: Rule): ManifestKey {
  return {
    name,
    type: 'word',
    words,
    description: summary,
    keys: [
      { name: 'severity', type: 'word', words, description: 'The severity of its findings.' },
      ...Object.entries(options).map(([option, definition]) => optionKey(option, definition)),
    ],
  };
}

function optionKey(name: string, option: Option): ManifestKey {
  const { description } = option;
  if (option.type === 'number') return { name, type: 'number', description };
  return { name, type: 'list', ...(option.allowed && { words: option.allowed }), description };
}
