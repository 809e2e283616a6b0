// Checks the spelling and grammar of everything that people read. Part of `npm run lint`; names each place and what to do.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalLinter } from 'harper.js';
import { slimBinaryInlined as binary } from 'harper.js/slimBinaryInlined';
import { proseFiles, proseOf } from './texts.ts';

/** Rules of the checker that are not ours, and why. */
const off: Readonly<Record<string, string>> = {
  SentenceCapitalization: 'cells of tables and items of lists are no sentences',
  UseTitleCase: 'headings are written like sentences',
  MassNouns: 'a finding is one of ours',
  UseEllipsisCharacter: 'three points stand for what is left out of an example',
  ExpandControl: 'a control is a control',
};

const words = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'words.txt'), 'utf8')
  .split('\n')
  .filter(word => word !== '' && !word.startsWith('#'));

const linter = new LocalLinter({ binary });
await linter.setup();
await linter.importWords(words);
await linter.setLintConfig({
  ...(await linter.getLintConfig()),
  ...Object.fromEntries(Object.keys(off).map(rule => [rule, false])),
});

let found = 0;
const asked = process.argv.slice(2);
for (const path of asked.length > 0 ? asked : proseFiles()) {
  for (const { text, line } of proseOf(path)) {
    for (const lint of await linter.lint(text, { language: 'markdown' })) {
      const { start, end } = lint.span();
      const inText = text.slice(0, start).split('\n').length - 1;
      const suggestions = lint.suggestions().map(one => JSON.stringify(one.get_replacement_text()));
      console.error(
        `${path}:${line + inText}: ${JSON.stringify(text.slice(start, end))}: ${lint.message()}` +
          (suggestions.length > 0 ? ` Perhaps ${suggestions.slice(0, 3).join(' or ')}.` : ''),
      );
      found += 1;
    }
  }
}
if (found > 0)
  console.error(
    `${found} places to correct. A name or a term of the field goes into scripts/prose/words.txt.`,
  );
process.exitCode = found > 0 ? 1 : 0;
