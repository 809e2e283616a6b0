import { type ManifestKey, manifestKeys } from '../../model/manifestKeys.ts';
import type { Option } from '../options.ts';
import type { Rule } from '../rule.ts';
import { presets, severities } from '../severity.ts';

const words = [...severities, 'off'];

/** The keys of the manifest, those of `rules` with the names and options of these rules. */
export function manifestKeysWith(rules: readonly Rule[]): readonly ManifestKey[] {
  const settings = [preset, ...rules.map(keyOfRule)];
  return manifestKeys.map(key =>
    key.name === 'rules' ? { ...key, keys: [...settings, foldersKey(settings)] } : key,
  );
}

/** A rule as a key: it has a severity, or a mapping of that and its options. */
export function keyOfRule({ name, summary, options = {} }: Rule): ManifestKey {
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

/** Whether a key at a path of the manifest sets a rule, so that its words are severities. */
export function setsRule(path: readonly string[], { name }: Pick<ManifestKey, 'name'>): boolean {
  return path[0] === 'rules' && name !== 'preset';
}

const preset: ManifestKey = {
  name: 'preset',
  type: 'word',
  words: presets,
  description:
    'The severity of all rules. `start` reports what is wrong but not what is missing, `recommended` is the default, and `strict` is for the weeks before the audit.',
};

function foldersKey(settings: readonly ManifestKey[]): ManifestKey {
  return {
    name: 'folders',
    type: 'mapping',
    example: '{policies/drafts: {preset: start}}',
    description: 'Settings for a folder and everything below it, by the path of the folder.',
    each: settings,
  };
}

function optionKey(name: string, option: Option): ManifestKey {
  const { description } = option;
  if (option.type === 'number') return { name, type: 'number', description };
  return { name, type: 'list', ...(option.allowed && { words: option.allowed }), description };
}
