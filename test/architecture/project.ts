// The project as its own tests look at it.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The TypeScript and JavaScript sources below a folder of the project, relative to the project. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ts|mjs)$/.test(name) && !/(?:^|[\\/])(?:node_modules|dist)[\\/]/.test(name))
    .map(name => join(folder, name))
    .sort();
}

/** Runs a script of the project, or of a package that it has, in a folder; gives all that it wrote, and its exit code. */
export function runIn(folder: string, script: string, ...args: readonly string[]) {
  const options = { cwd: folder, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], options);
  return { code: status, output: stdout + stderr };
}
