import { withoutMarks } from '../rules/example.ts';
import type { Rule } from '../rules/rule.ts';

/** A rule's page in Markdown: what it finds, why it matters, how to mend it, and its examples. */
export function rulePage({ name, severity, summary, why, fix, messages, examples }: Rule): string {
  const shown = (title: string, texts: readonly string[]) =>
    texts.map(text => `${title}\n\n${fenced(withoutMarks(text))}\n`).join('\n');
  return [
    `# ${name}\n`,
    `${summary}\n`,
    `Default severity: ${severity}.\n`,
    `## Why it matters\n\n${why}\n`,
    `## How to fix it\n\n${fix}\n`,
    `## What it says\n\n${Object.values(messages)
      .map(message => `- ${message}`)
      .join('\n')}\n`,
    `## Examples\n`,
    shown('Found:', examples.bad),
    shown('Fine:', examples.good),
  ].join('\n');
}

/** A fence longer than any in the text, so that an example with code in it stays whole. */
function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}\n${text}\n${fence}`;
}
