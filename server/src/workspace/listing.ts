import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** A `.gitignore` and the folder (relative, ending in `/`, or '') that its patterns are relative to. */
interface IgnoreFile {
  readonly base: string;
  readonly rules: Ignore;
}

const neverRead = new Set(['node_modules', '__pycache__', 'vendor', 'venv']);

/**
 * The documents below a folder: Markdown and YAML files, as paths relative to it with `/`, sorted. Hidden folders,
 * installed packages and what `.gitignore` names are passed over; links are not followed. A folder that cannot be read
 * counts as empty.
 */
export function listDocuments(root: string): string[] {
  const found: string[] = [];
  walk(root, '', [], found);
  return found.sort();
}

function walk(root: string, base: string, above: readonly IgnoreFile[], found: string[]): void {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(join(root, base));
  } catch {
    return;
  }
  const own = entries.some(entry => entry.name === '.gitignore' && entry.isFile())
    ? ignoreFile(root, base)
    : undefined;
  const ignores = own ? [...above, own] : above;
  for (const entry of entries) {
    const path = base + entry.name;
    if (entry.isDirectory()) {
      if (entry.name.startsWith('.') || neverRead.has(entry.name) || isIgnored(`${path}/`, ignores)) continue;
      walk(root, `${path}/`, ignores, found);
    } else if (
      entry.isFile() &&
      /\.(?:md|markdown|mdx|md\.tmpl|ya?ml)$/i.test(entry.name) &&
      !isIgnored(path, ignores)
    ) {
      found.push(path);
    }
  }
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

function ignoreFile(root: string, base: string): IgnoreFile | undefined {
  try {
    return { base, rules: ignore().add(readFileSync(join(root, base, '.gitignore'), 'utf8')) };
  } catch {
    return undefined;
  }
}

/** The nearest `.gitignore` that has a word to say decides. */
function isIgnored(path: string, ignores: readonly IgnoreFile[]): boolean {
  for (let i = ignores.length - 1; i >= 0; i--) {
    const file = ignores[i];
    if (!file) continue;
    const verdict = file.rules.test(path.slice(file.base.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
