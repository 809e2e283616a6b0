import { rulePagePath } from '../core/pages/rulesPage.ts';
import type { Rule } from '../core/rules/rule.ts';

/** A rule as the JSON of the command has it. */
export function ruleJson(rule: Rule): object {
  const { name, reads, severity: presets, options = {}, summary, why, fix, fixes, fixAll = false } = rule;
  const { messages, examples, severityApart } = rule;
  const apart = severityApart && {
    messages: severityApart.messages,
    presets: severityApart.severity,
    when: severityApart.when,
  };
  const severity = presets.recommended;
  const fixing = { quickFix: fixes !== undefined, fixAll };
  const help = helpOf(name);
  return {
    name,
    reads,
    severity,
    presets,
    apart,
    options,
    summary,
    why,
    fix,
    ...fixing,
    messages,
    examples,
    help,
  };
}

/** Where the page of a rule lies among Tickmark's own files. */
export function helpOf(name: string): string {
  return `docs/rules/${rulePagePath({ name })}`;
}
