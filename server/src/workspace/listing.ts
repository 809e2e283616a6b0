import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { sourceOf } from '../core/text/source.ts';
import { atOnce } from './steps.ts';

/** What is ignored in a folder: the patterns of every `.gitignore` from its repository's root down, the nearest last. */
interface Rules {
  readonly patterns: readonly string[];
  readonly ignores: Ignore;
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
  return atOnce(listingOf(folder));
}

/** The same in steps, a folder each. */
export function* listingOf(folder: string): Generator<undefined, string[]> {
  const root = repositoryOf(folder) ?? folder;
  const base = root === folder ? '' : `${relative(root, folder).split(sep).join('/')}/`;
  const found: string[] = [];
  yield* walk(root, base, rulesAbove(root, base), found);
  return found.map(path => path.slice(base.length)).sort();
}

function repositoryOf(folder: string): string | undefined {
  for (let path = folder; ; path = dirname(path)) {
    if (existsSync(join(path, '.git'))) return path;
    if (dirname(path) === path) return undefined;
  }
}

/** What is ignored above a folder; nothing where the folder itself is: whoever lists it wants to see what is in it. */
function rulesAbove(root: string, base: string): Rules {
  let rules = rulesOf([]);
  let path = '';
  for (const step of base.split('/').slice(0, -1)) {
    rules = rulesIn(root, path, rules);
    path += `${step}/`;
    if (rules.ignores.ignores(path)) return rulesOf([]);
  }
  return rules;
}

function* walk(root: string, base: string, above: Rules, found: string[]): Generator<undefined, void> {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(join(root, base));
  } catch {
    return;
  }
  const hasRules = entries.some(entry => entry.name === '.gitignore' && entry.isFile());
  const rules = hasRules ? rulesIn(root, base, above) : above;
  const hasPackages = entries.some(entry => packageLists.has(entry.name));
  for (const entry of entries) {
    const path = base + entry.name;
    if (entry.isDirectory()) {
      if (entry.name.startsWith('.') || neverRead.has(entry.name)) continue;
      if ((hasPackages && entry.name === 'vendor') || rules.ignores.ignores(`${path}/`)) continue;
      yield* walk(root, `${path}/`, rules, found);
    } else if (
      entry.isFile() &&
      /\.(?:md|markdown|mdx|md\.tmpl|ya?ml)$/i.test(entry.name) &&
      !rules.ignores.ignores(path)
    ) {
      found.push(path);
    }
  }
  yield;
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

function rulesOf(patterns: readonly string[]): Rules {
  return { patterns, ignores: ignore().add(patterns) };
}

/** The rules in a folder (relative to the root, ending in `/`, or ''), its own `.gitignore` taken in. */
function rulesIn(root: string, base: string, above: Rules): Rules {
  try {
    const { text } = sourceOf(readFileSync(join(root, base, '.gitignore'), 'utf8'));
    return rulesOf([...above.patterns, ...text.split(/\r?\n/).map(line => fromRoot(line, base))]);
  } catch {
    return above;
  }
}

/** A line of the `.gitignore` in a folder, as the one at the root would say it (gitignore(5), "Pattern format"). */
function fromRoot(line: string, base: string): string {
  const [, not = '', pattern = ''] = /^(!?)(.*)$/.exec(line) ?? [];
  const name = pattern.replace(/\/?\s*$/, '');
  if (base === '' || name === '' || line.startsWith('#')) return line;
  const folder = base.replace(/[\\*?[\]]/g, '\\$&');
  return `${not}/${folder}${name.includes('/') ? '' : '**/'}${pattern.replace(/^\//, '')}`;
}
