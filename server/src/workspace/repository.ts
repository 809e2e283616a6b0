import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the git repository around a folder on disk; undefined where there is none. */
export function repositoryOf(folder: string): string | undefined {
  for (let path = folder; ; path = dirname(path)) {
    if (existsSync(join(path, '.git'))) return path;
    if (dirname(path) === path) return undefined;
  }
}
