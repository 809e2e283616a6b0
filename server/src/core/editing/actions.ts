import type { DocumentFacts } from '../formats/facts.ts';
import type { Args, Fix } from '../rules/rule.ts';
import { ruleNamed, rules } from '../rules/rules.ts';
import type { TextRange } from '../text/range.ts';
import type { Editing } from './editing.ts';
import { silencingFixes } from './silence.ts';

/** What a fix must know of a finding. */
export interface Mendable {
  readonly rule: string;
  readonly range: TextRange;
  readonly messageKey: string;
  readonly args: Args;
}

/** The ways to mend a finding, the likeliest first, and at last those to silence it. */
export function actionsOf(
  editing: Editing,
  finding: Mendable,
  manifest: { readonly path: string; readonly facts: DocumentFacts } | undefined,
): readonly Fix[] {
  return [...fixesOf(editing, finding, manifest), ...silencingFixes(editing, finding)];
}

/** The ways to mend a finding, the likeliest first. */
export function fixesOf(
  { path, facts, programme }: Editing,
  { rule, range, messageKey, args }: Mendable,
  manifest: { readonly path: string; readonly facts: DocumentFacts } | undefined,
): readonly Fix[] {
  const target = { path, range, message: messageKey, args, facts, programme, rules, manifest };
  return ruleNamed(rule)?.fixes?.(target) ?? [];
}
