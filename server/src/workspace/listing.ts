import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** A `.gitignore` and the folder (relative to the repository, ending in `/`, or '') that its patterns are relative to. */
interface IgnoreFile {
  readonly base: string;
  readonly rules: Ignore;
}

const neverRead = new Set(['node_modules', '__pycache__', 'venv']);
/** Beside one of these `vendor` holds installed packages; elsewhere it may hold what is written about vendors. */
const packageLists = new Set(['go.mod', 'composer.json', 'Gemfile', 'Cargo.toml']);

/**
 * The documents below a folder: Markdown and YAML files, as paths relative to it with `/`, sorted. Hidden folders,
 * installed packages and what a `.gitignore` of the repository names are passed over; links are not followed. A folder
 * that cannot be read counts as empty.
 */
export function listDocuments(folder: string): string[] {
  const root = repositoryOf(folder) ?? folder;
  const base = root === folder ? '' : `${relative(root, folder).split(sep).join('/')}/`;
  const found: string[] = [];
  walk(root, base, ignoresAbove(root, base), found);
  return found.map(path => path.slice(base.length)).sort();
}

function repositoryOf(folder: string): string | undefined {
  for (let path = folder; ; path = dirname(path)) {
    if (existsSync(join(path, '.git'))) return path;
    if (dirname(path) === path) return undefined;
  }
}

/** What is ignored above a folder; nothing where the folder itself is: whoever lists it wants to see what is in it. */
function ignoresAbove(root: string, base: string): IgnoreFile[] {
  const ignores: IgnoreFile[] = [];
  let path = '';
  for (const step of base.split('/').slice(0, -1)) {
    const own = ignoreFile(root, path);
    if (own) ignores.push(own);
    path += `${step}/`;
    if (isIgnored(path, ignores)) return [];
  }
  return ignores;
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
  const hasPackages = entries.some(entry => packageLists.has(entry.name));
  for (const entry of entries) {
    const path = base + entry.name;
    if (entry.isDirectory()) {
      if (entry.name.startsWith('.') || neverRead.has(entry.name)) continue;
      if ((hasPackages && entry.name === 'vendor') || isIgnored(`${path}/`, ignores)) continue;
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
