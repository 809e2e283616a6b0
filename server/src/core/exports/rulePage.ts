import { withoutMarks } from '../rules/example.ts';
import type { Option } from '../rules/options.ts';
import type { Rule } from '../rules/rule.ts';
import { presets } from '../rules/severity.ts';

/** A rule's page in Markdown: what it finds, why it matters, how to mend it, what can be set, and its examples. */
export function rulePage({ name, severity, options, summary, why, fix, messages, examples }: Rule): string {
  const shown = (title: string, texts: readonly string[]) =>
    texts.map(text => `${title}\n\n${fenced(withoutMarks(text))}\n`).join('\n');
  return [
    `# ${name}\n`,
    `${summary}\n`,
    `${presets.map(preset => `${preset}: ${severity[preset]}`).join(' · ')}\n`,
    `## Why it matters\n\n${why}\n`,
    `## How to fix it\n\n${fix}\n`,
    `## What it says\n\n${Object.values(messages)
      .map(message => `- ${message}`)
      .join('\n')}\n`,
    ...(options ? [`## Options\n\n${Object.entries(options).map(optionLine).join('\n')}\n`] : []),
    `## Examples\n`,
    shown('Found:', examples.bad),
    shown('Fine:', examples.good),
  ].join('\n');
}

function optionLine([name, option]: readonly [string, Option]): string {
  const { type, description } = option;
  const allowed = 'allowed' in option && option.allowed ? `, of ${option.allowed.join(', ')}` : '';
  const form = type === 'words' ? `a list${allowed}` : 'a number';
  return `- \`${name}\` (${form}; default \`${JSON.stringify(option.default)}\`): ${description}`;
}

/** A fence longer than any in the text, so that an example with code in it stays whole. */
function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}\n${text}\n${fence}`;
}
