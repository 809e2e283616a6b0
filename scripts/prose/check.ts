// Checks the spelling and grammar of everything that people read. Part of `npm run lint`; names each place and what to do.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalLinter } from 'harper.js';
import { slimBinaryInlined as binary } from 'harper.js/slimBinaryInlined';
import { proseFiles, proseOf } from './texts.ts';

/** Rules of the checker that do not fit this text, and why. */
const off: Readonly<Record<string, string>> = {
  SentenceCapitalization: 'table cells and list items are not always sentences',
  UseTitleCase: 'headings are written like sentences',
  UseEllipsisCharacter: 'VS Code writes three points in the names of commands',
  MassNouns: 'a finding is something that one can count',
  SplitWords: 'names of files and packages, and subservice',
  DisjointPrefixes: 'multi-factor and anti-malware, as the field writes them',
  ExpandMemoryShorthands: 'MB and KB are clear beside a number',
  ExpandTimeShorthands: 'ms is clear beside a number',
  ExpandMinimum: 'min and max are names of columns',
  OrthographicConsistency: 'ids as well as Ids at the start of a sentence',
  CompoundNouns: 'file system, lower case, and line feed are two words',
  PhrasalVerbAsCompoundNoun: 'takes the nouns layout and backup for verbs',
  Dashes: 'options of a command begin with two hyphens',
  MissingTo: 'takes a participle for a verb: "ids that were meant look like this"',
  MissingPreposition: 'takes a plain sentence for an incomplete one: "A review is worth something"',
  PronounInflectionBe: 'takes "those who need it are" for a mistake',
  PronounKnew: 'takes "what new leaders do" for a mistake',
  OneOfTheSingular: '"one of the two" is right',
  Everyone: '"nearly every one" is right',
  ThereToTheir: 'takes "findings that are there today" for a mistake',
  ItsContraction: 'takes "its code is not compiled" for a mistake',
  DiscourseMarkers: 'takes a cell that begins with otherwise for a sentence',
  FindOut: 'find out is plain English',
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

/** Names in code and ids of criteria are in no dictionary: readRegular, CC6. */
function isName(word: string): boolean {
  return /\d|[a-z][A-Z]/.test(word);
}

let found = 0;
const asked = process.argv.slice(2);
for (const path of asked.length > 0 ? asked : proseFiles()) {
  for (const { text, line } of proseOf(path)) {
    for (const lint of await linter.lint(text, { language: 'markdown' })) {
      const { start, end } = lint.span();
      if (lint.lint_kind() === 'Spelling' && isName(text.slice(start, end))) continue;
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
