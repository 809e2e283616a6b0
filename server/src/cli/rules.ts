import { markdownOf } from '../core/pages/markdown.ts';
import { rulesPage } from '../core/pages/rulesPage.ts';
import { rules as allRules } from '../core/rules/rules.ts';
import type { Arguments } from './arguments.ts';
import { readable } from './readable.ts';
import { ruleJson } from './ruleJson.ts';
import { write } from './terminal.ts';
import { columns } from './terminalAbilities.ts';
import { handedOut, json, type TerminalText } from './terminalText.ts';

/** `tickmark rules`: lists the rules. */
export function rules({ format }: Arguments): number {
  write(shown(format));
  return 0;
}

function shown(format: Arguments['format']): TerminalText {
  if (format === 'json') return json({ version: 1, rules: allRules.map(ruleJson) });
  const page = rulesPage(allRules);
  return format === 'markdown' ? handedOut(markdownOf(page)) : readable(page, columns());
}
