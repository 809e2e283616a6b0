// Texts that people have written: the examples of the rules and the programs in examples/.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readExample } from '../../server/src/core/rules/example.ts';
import { rules } from '../../server/src/core/rules/rules.ts';

/** A text and the path, relative to the root of a program, that says how it is read. */
export interface CorpusText {
  readonly path: string;
  readonly text: string;
}

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

const ofRules = rules
  .flatMap(({ examples: { bad, good } }) => [...bad, ...good])
  .flatMap(example => readExample(example))
  .map(({ path, text }) => ({ path, text }));

const ofExamples = readdirSync(examples, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.(?:md|ya?ml|json)$/.test(entry.name))
  .map(({ parentPath, name }) => `${parentPath}/${name}`)
  .sort()
  .map(file => ({
    path: file.slice(examples.length).replace(/^[^/]*\/(?:broken\/)?/, ''),
    text: readFileSync(file, 'utf8'),
  }));

/** Every one of them, in the same order on every machine. */
export const corpus: readonly CorpusText[] = [...ofRules, ...ofExamples];
