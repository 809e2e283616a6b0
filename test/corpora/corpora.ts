// Real documentation, kept beside the repository: tests that read it are skipped, and say so, where it is not there.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/corpora', import.meta.url));

/** The folder of one of the corpora, or of all, and why a test of it is skipped: false where it is there. */
export function corpus(name = ''): { readonly folder: string; readonly skip: string | false } {
  const path = join(folder, name);
  return { folder: path, skip: existsSync(path) ? false : `${path} is not there` };
}

/** The Markdown files below a folder, sorted. */
export function markdownBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => join(path, name));
}
