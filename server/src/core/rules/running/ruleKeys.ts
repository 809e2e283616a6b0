import type { ManifestKey } from '../../model/manifestKeys.ts';
import { rules } from '../rules.ts';
import { keyOfRule, manifestKeysWith } from './keysOfRules.ts';

/** Every rule as a key. */
export const ruleKeys: readonly ManifestKey[] = rules.map(keyOfRule);

/** The keys of the manifest, those of `rules` with the names and options of the rules there are. */
export const keysWithRules: readonly ManifestKey[] = manifestKeysWith(rules);
