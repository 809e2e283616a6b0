import { markdownOf } from '../core/pages/markdown.ts';
import { rulesPage } from '../core/pages/rulesPage.ts';
import { rules as allRules } from '../core/rules/rules.ts';
import type { Arguments } from './arguments.ts';
import { readable } from './readable.ts';
import { ruleJson } from './ruleJson.ts';
import { columns } from './terminal.ts';

/** `tickmark rules`: lists the rules. */
export function rules({ format }: Arguments): number {
  process.stdout.write(shown(format));
  return 0;
}

function shown(format: Arguments['format']): string {
  if (format === 'json') {
    return `${JSON.stringify({ version: 1, rules: allRules.map(ruleJson) }, undefined, 2)}\n`;
  }
  const page = rulesPage(allRules);
  return format === 'markdown' ? markdownOf(page) : readable(page, columns());
}
