import type { ShownFinding } from '../engine.ts';
import type { DocumentFacts } from '../formats/facts.ts';
import type { Fix } from '../rules/rule.ts';
import { ruleNamed } from '../rules/rules.ts';
import type { Editing } from './editing.ts';

/** The ways to mend a finding, the likeliest first. */
export function fixesOf(
  { path, facts, programme }: Editing,
  { rule, range, messageKey, args }: ShownFinding,
  manifest: { readonly path: string; readonly facts: DocumentFacts } | undefined,
): readonly Fix[] {
  const target = { path, range, message: messageKey, args, facts, programme, manifest };
  return ruleNamed(rule)?.fixes?.(target) ?? [];
}
