import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { sourceOf } from '../core/text/source.ts';
import { repositoryOf } from './repository.ts';
import { atOnce } from './steps.ts';

/** What is ignored in a folder: the patterns of every `.gitignore` from its repository's root down, the nearest last. */
interface Rules {
  readonly patterns: readonly string[];
  readonly ignores: Ignore;
}

const neverRead = new Set(['node_modules', '__pycache__', 'venv']);
/** Beside one of these `vendor` holds installed packages; elsewhere it may hold what is written about vendors. */
const packageLists = new Set(['go.mod', 'composer.json', 'Gemfile', 'Cargo.toml']);

/** A repository as it is listed; paths are relative to its root, with `/`, and folders end in `/` but the root, ''. */
export interface Tree {
  /** What is in a folder; undefined where it cannot be read. */
  entries(folder: string): readonly TreeEntry[] | undefined;
  /** What the `.gitignore` in a folder says, where there is one. */
  ignoreFile(folder: string): string | undefined;
}

export interface TreeEntry {
  readonly name: string;
  /** Links and other things are neither. */
  readonly is: 'file' | 'folder' | 'other';
}

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
  return yield* documentsIn(diskTree(root), base);
}

/** The documents below a folder of a tree, as `listDocuments` lists them; in steps, a folder each. */
export function* documentsIn(tree: Tree, base: string): Generator<undefined, string[]> {
  const found: string[] = [];
  yield* walk(tree, base, rulesAbove(tree, base), found);
  return found.map(path => path.slice(base.length)).sort();
}

function diskTree(root: string): Tree {
  return {
    entries(folder) {
      try {
        return readdirSync(join(root, folder), { withFileTypes: true }).map(entry => ({
          name: entry.name,
          is: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
        }));
      } catch {
        return undefined;
      }
    },
    ignoreFile(folder) {
      try {
        return readFileSync(join(root, folder, '.gitignore'), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** What is ignored above a folder; nothing where the folder itself is: whoever lists it wants to see what is in it. */
function rulesAbove(tree: Tree, base: string): Rules {
  let rules = rulesOf([]);
  let path = '';
  for (const step of base.split('/').slice(0, -1)) {
    rules = rulesIn(tree, path, rules);
    path += `${step}/`;
    if (isIgnored(rules, path)) return rulesOf([]);
  }
  return rules;
}

function* walk(tree: Tree, base: string, above: Rules, found: string[]): Generator<undefined, void> {
  const entries = tree.entries(base) ?? [];
  const hasRules = entries.some(({ name, is }) => name === '.gitignore' && is === 'file');
  const rules = hasRules ? rulesIn(tree, base, above) : above;
  const hasPackages = entries.some(({ name }) => packageLists.has(name));
  for (const { name, is } of entries) {
    const path = base + name;
    if (is === 'folder') {
      if (name.startsWith('.') || neverRead.has(name)) continue;
      if ((hasPackages && name === 'vendor') || isIgnored(rules, `${path}/`)) continue;
      yield* walk(tree, `${path}/`, rules, found);
    } else if (
      is === 'file' &&
      /\.(?:md|markdown|mdx|md\.tmpl|ya?ml)$/i.test(name) &&
      !isIgnored(rules, path)
    ) {
      found.push(path);
    }
  }
  yield;
}

function isIgnored({ patterns, ignores }: Rules, path: string): boolean {
  return patterns.length > 0 && ignores.ignores(path);
}

function rulesOf(patterns: readonly string[]): Rules {
  return { patterns, ignores: ignore().add(patterns) };
}

/** The rules in a folder, its own `.gitignore` taken in. */
function rulesIn(tree: Tree, base: string, above: Rules): Rules {
  const content = tree.ignoreFile(base);
  if (content === undefined) return above;
  const { text } = sourceOf(content);
  return rulesOf([...above.patterns, ...text.split(/\r?\n/).map(line => fromRoot(line, base))]);
}

/** A line of the `.gitignore` in a folder, as the one at the root would say it (gitignore(5), "Pattern format"). */
function fromRoot(line: string, base: string): string {
  const [, not = '', pattern = ''] = /^(!?)(.*)$/.exec(line) ?? [];
  const name = pattern.replace(/\/?\s*$/, '');
  if (base === '' || name === '' || line.startsWith('#')) return line;
  const folder = base.replace(/[\\*?[\]]/g, '\\$&');
  return `${not}/${folder}${name.includes('/') ? '' : '**/'}${pattern.replace(/^\//, '')}`;
}
