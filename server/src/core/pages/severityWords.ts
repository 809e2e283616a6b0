import type { Rule } from '../rules/rule.ts';
import { presets } from '../rules/severity.ts';
import { beside } from './words.ts';

/** How severe a rule is in each preset, in short where it is the same in all. */
export function severityWords({ severity }: Rule): string {
  const { start, recommended, strict } = severity;
  if (start === recommended && recommended === strict) return recommended;
  return beside(...presets.map(preset => `${preset}: ${severity[preset]}`));
}
