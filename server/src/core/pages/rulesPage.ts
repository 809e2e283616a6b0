import type { Rule } from '../rules/rule.ts';
import { type Block, type Inlines, type Page, paragraph, prose, section } from './page.ts';
import { severityWords } from './severityWords.ts';

/** The page that lists rules: by their group, each with its severities, what it finds, and whether it can be mended at a keystroke. */
export function rulesPage(rules: readonly Rule[]): Page {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const [group = ''] = rule.name.split('/');
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  return {
    title: 'Rules',
    blocks: [
      paragraph(
        ...prose(
          'Each rule has its severity (in all presets, or in `start`, `recommended`, and `strict`) and what it finds. `tickmark explain RULE` prints the page of a rule.',
        ),
      ),
      ...[...groups].flatMap(([group, members]): Block[] => section(group, members.map(item))),
    ],
  };
}

/** Where the page of a rule lies, relative to the pages of all rules. */
export function rulePagePath({ name }: Pick<Rule, 'name'>): string {
  return `${name}.md`;
}

function item(rule: Rule): Inlines {
  const { name, summary } = rule;
  const page = { text: name, style: 'code', target: { page: name } } as const;
  return [page, ` (${severityWords(rule)}): `, ...prose(summary), ...prose(fixWords(rule))];
}

function fixWords({ fixes, fixAll }: Rule): string {
  if (fixAll) return ' Has a quick fix, also applied by `check --fix`.';
  return fixes ? ' Has a quick fix.' : '';
}
