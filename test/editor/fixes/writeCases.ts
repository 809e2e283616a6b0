// `node writeCases.ts FOLDER`: writes the cases of the golden files of fixes into a folder, each as a program of its own, and
// `cases.json`, which says what is to come of them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestName } from '../../../server/src/core/formats/role.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { goldensIn } from '../../core/rules/golden.ts';
import type { FixCase } from './fixCase.ts';

/** A folder without a manifest is a part of the program around it, so this rule finds nothing here. */
const outside = 'scope/no-manifest';

const [folder = '.'] = process.argv.slice(2);
const goldens = fileURLToPath(new URL('../../core/rules/fixes/', import.meta.url));
const names = readdirSync(goldens, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.txt'),
);
write('cases.json', JSON.stringify(names.sort().flatMap(casesOf)));

function casesOf(name: string): FixCase[] {
  const rule = name.replaceAll('\\', '/').replace(/\.txt$/, '');
  if (rule === outside) return [];
  return goldensIn(readFileSync(join(goldens, name), 'utf8')).map(({ title, before, becomes }, i) => {
    const program = `${rule.replace('/', '-')}-${i + 1}`;
    const texts = new Map(readExample(before).map(({ path, text }) => [path, text]));
    for (const [path, text] of texts) write(join(program, path), text);
    if (!texts.has(manifestName)) write(join(program, manifestName), 'tickmark: 1\n');
    const documents = readExample(becomes).map(({ path, text }) => ({
      path,
      before: texts.get(path) ?? '',
      after: text,
    }));
    return { rule, title, program, documents };
  });
}

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
