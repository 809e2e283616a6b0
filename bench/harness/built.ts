import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Names the tree whose build is measured, where that is not this one. */
export const treeVariable = 'TICKMARK_BENCH_TREE';

/** The tree that this file is in. */
export const thisTree = fileURLToPath(new URL('../../', import.meta.url));

/** The path of a file that was built in the tree that is measured. */
export function built(name: string): string {
  return join(process.env[treeVariable] ?? thisTree, 'server', 'dist', name);
}

/** The option by which the measured command takes a day for today: earlier revisions name it otherwise. */
export function dayOption(): string {
  return readFileSync(built('tickmark.cjs'), 'utf8').includes('as-of') ? '--as-of' : '--today';
}
