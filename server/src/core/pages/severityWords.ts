import type { Rule } from '../rules/rule.ts';
import { presets } from '../rules/severity.ts';
import { beside } from './words.ts';

/** How severe a rule is in each preset, in short where it is the same in all, and where it is another for some messages. */
export function severityWords({ severity, severityApart }: Rule): string {
  const { start, recommended, strict } = severity;
  const isSame = start === recommended && recommended === strict;
  const usual = isSame ? recommended : beside(...presets.map(preset => `${preset}: ${severity[preset]}`));
  if (!severityApart) return usual;
  const apart = presets
    .filter(preset => severityApart.severity[preset] !== severity[preset])
    .map(preset => `${preset}: ${severityApart.severity[preset]}`);
  return `${usual}; ${beside(...apart)} ${severityApart.when}`;
}
