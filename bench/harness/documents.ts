import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeRegister } from '../generator/largeRegister.ts';
import { type PlannedFile, planProgram } from '../generator/plan.ts';
import { Random } from '../generator/random.ts';
import { programFolder, seed } from './program.ts';
import type { OpenDocument } from './session.ts';

/** How many documents the program has that the text comes from which is edited in programs of any size. */
const few = 100;

/** A document of about 5.5 KB, with the same text in a program of any size. */
export function usual(kind: 'procedure' | 'evidence', documents: number): OpenDocument {
  return { path: nearest(documents, kind, 5_500), text: textOf(few, nearest(few, kind, 5_500)) };
}

/** The longest policy: about 48 KB in a program of 10,000 documents. */
export function longPolicy(documents: number): OpenDocument {
  const path = nearest(documents, 'policy', 48_000);
  return { path, text: textOf(documents, path) };
}

/** A register of controls, with a thousand in place of its own: some 250 KB of YAML. */
export function thousandControls(documents: number): OpenDocument {
  return { path: nearest(documents, 'register', 5_500), text: largeRegister(1_000) };
}

/** Some documents of about 5.5 KB that have findings of their own: they misspell a criterion. */
export function documentsWithFindings(documents: number, count: number): OpenDocument[] {
  return filesOf(documents)
    .filter(({ flaws, size }) => flaws.includes('misspelled criterion') && size > 4_000 && size < 7_000)
    .slice(0, count)
    .map(({ path }) => ({ path, text: textOf(documents, path) }));
}

/** The paths of all documents of a program but for its manifest. */
export function pathsOf(documents: number): string[] {
  return filesOf(documents).map(({ path }) => path);
}

function nearest(documents: number, kind: PlannedFile['kind'], size: number): string {
  const [file] = filesOf(documents)
    .filter(planned => planned.kind === kind)
    .sort((a, b) => Math.abs(a.size - size) - Math.abs(b.size - size));
  if (!file) throw new Error(`A program of ${documents} documents has no ${kind}.`);
  return file.path;
}

function filesOf(documents: number): readonly PlannedFile[] {
  return planProgram(documents, new Random(seed)).files;
}

function textOf(documents: number, path: string): string {
  return readFileSync(join(programFolder(documents), path), 'utf8');
}
