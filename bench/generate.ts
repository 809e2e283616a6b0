// `node bench/generate.ts DIR --documents N --seed S` writes a believable program of N documents, the same every time.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentText } from './generator/document.ts';
import { manifestText } from './generator/manifest.ts';
import { planProgram } from './generator/plan.ts';
import { Random } from './generator/random.ts';

export interface Program {
  /** How many documents, the manifest not counted: 100 to 100,000. */
  readonly documents: number;
  /** A whole number; each gives another program. */
  readonly seed: number;
}

export interface GeneratedFile {
  /** Relative to the program's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a program, the manifest first; written one after the other, so that only one text is held at a time.
 * @throws RangeError when fewer than 100 or more than 100,000 documents are asked for
 */
export function* generate({ documents, seed }: Program): Iterable<GeneratedFile> {
  if (!Number.isInteger(documents) || documents < 100 || documents > 100_000) {
    throw new RangeError(`A program has 100 to 100,000 documents, not ${documents}.`);
  }
  const plan = planProgram(documents, new Random(seed));
  yield { path: 'tickmark.yaml', text: manifestText() };
  for (const [index, file] of plan.files.entries()) {
    yield { path: file.path, text: documentText(file, plan, new Random(seed, index + 1)) };
  }
}

/**
 * Writes a program to disk.
 * @param folder created where it is missing
 * @throws Error when the folder is not empty, for what lies there would be read as part of the program
 */
export function writeProgram(folder: string, program: Program): void {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty; name another folder.`);
  const made = new Set<string>();
  for (const { path, text } of generate(program)) {
    const parent = join(folder, dirname(path));
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(join(folder, path), text);
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { documents: { type: 'string' }, seed: { type: 'string', default: '1' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined || values.documents === undefined) {
    console.error('Usage: node bench/generate.ts DIR --documents N [--seed S]');
    process.exit(2);
  }
  writeProgram(folder, { documents: Number(values.documents), seed: Number(values.seed) });
}
