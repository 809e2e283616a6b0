// `node writeCases.ts FOLDER`: writes the cases of the golden files of fixes into a folder, each as a program of its own, and
// `cases.json`, which says what is to come of them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestName } from '../../../server/src/core/formats/role.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { goldensIn } from '../../core/rules/golden.ts';
import type { FixCase } from './fixCase.ts';

/** What these rules find where there is no manifest: a folder without one is a part of the program around it here. */
const outside = ['scope/no-manifest', 'scope/not-read'];

const [folder = '.'] = process.argv.slice(2);
const goldens = fileURLToPath(new URL('../../core/rules/fixes/', import.meta.url));
const names = readdirSync(goldens, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.txt'),
);
write('cases.json', JSON.stringify(names.sort().flatMap(casesOf)));

function casesOf(name: string): FixCase[] {
  const rule = name.replaceAll('\\', '/').replace(/\.txt$/, '');
  return goldensIn(readFileSync(join(goldens, name), 'utf8')).flatMap(({ title, before, becomes }, i) => {
    const program = `${rule.replace('/', '-')}-${i + 1}`;
    const texts = new Map(readExample(before).map(({ path, text }) => [path, text]));
    if (!texts.has(manifestName) && outside.includes(rule)) return [];
    for (const [path, text] of texts) write(join(program, path), text);
    if (!texts.has(manifestName)) write(join(program, manifestName), 'tickmark: 1\n');
    const documents = readExample(becomes).map(({ path, text }) => ({
      path,
      before: texts.get(path) ?? '',
      after: text,
    }));
    return [{ rule, title, program, documents }];
  });
}

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
