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
