import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { candidateFolders, type Recognised, recognise } from '../core/formats/recognise.ts';
import { type Layout, manifestName } from '../core/formats/role.ts';
import { listDocuments } from './listing.ts';

/** A programme on disk. */
export interface ProgrammeFolder {
  /** The real path of its root. */
  readonly root: string;
  readonly layout: Layout;
  /** Its documents, relative to the root; those of programmes nested in it are theirs alone. */
  readonly paths: readonly string[];
}

/** What was found at a place that the user named. */
export interface Discovery {
  readonly programmes: readonly ProgrammeFolder[];
  /** What was recognised but is not checked, a sentence each. */
  readonly notices: readonly { readonly root: string; readonly text: string }[];
}

/**
 * Finds the programmes that a file or folder belongs to or holds: a root at or above it, as far up as the repository
 * reaches, else every root below it, else the folder itself where its Markdown are policies.
 * @param target an existing file or folder
 */
export function discover(target: string): Discovery {
  const real = realpathSync(target);
  const folder = statSync(real).isDirectory() ? real : dirname(real);
  const above = rootAbove(folder);
  if (above !== undefined && above !== folder) return programmesIn(above, false);
  return programmesIn(folder, true);
}

/** The nearest root at or above a folder: a manifest, else a layout; not beyond the repository. */
function rootAbove(folder: string): string | undefined {
  const folders = upwards(folder);
  const manifest = folders.find(path => existsSync(join(path, manifestName)));
  return (
    manifest ??
    folders.find(path => path !== folder && recogniseFolder(path, listNear(path), false) !== undefined)
  );
}

/** The folder and those above it up to its repository's root; outside a repository three steps at most. */
function upwards(folder: string): string[] {
  const folders: string[] = [];
  for (let path = folder; ; path = dirname(path)) {
    folders.push(path);
    if (existsSync(join(path, '.git'))) return folders;
    if (dirname(path) === path) return folders.slice(0, 4);
  }
}

/** The documents of the conventional folders directly in a folder: enough to tell a layout without listing the rest. */
function listNear(folder: string): string[] {
  const near = ['controls', 'narratives', 'policies', 'procedures', 'standards'].flatMap(name =>
    listDocuments(join(folder, name)).map(path => `${name}/${path}`),
  );
  return [...near, ...['comply.yml', 'comply.yaml'].filter(name => existsSync(join(folder, name)))];
}

function programmesIn(folder: string, named: boolean): Discovery {
  const all = listDocuments(folder);
  const found: { base: string; layout: Layout }[] = [];
  const notices: { root: string; text: string }[] = [];
  const take = (base: string, recognised: Recognised | undefined) => {
    if (recognised?.is === 'programme') found.push({ base, layout: recognised.layout });
    if (recognised?.is === 'foreign') notices.push({ root: join(folder, base), text: recognised.notice });
  };
  // Parents come before what is in them: a layout inside a programme is a part of it, a manifest is always its own.
  for (const candidate of candidateFolders(all)) {
    const base = candidate === '' ? '' : `${candidate}/`;
    const inside = all.filter(path => path.startsWith(base)).map(path => path.slice(base.length));
    const nested =
      found.some(outer => base.startsWith(outer.base)) ||
      notices.some(({ root }) => within(join(folder, base), root));
    if (nested && !inside.includes(manifestName)) continue;
    take(base, recogniseFolder(join(folder, base), inside, false));
  }
  if (found.length === 0 && notices.length === 0) take('', recogniseFolder(folder, all, named));

  const programmes = found.map(({ base, layout }) => {
    const others = found.filter(other => other.base !== base && other.base.startsWith(base));
    const paths = all
      .filter(path => path.startsWith(base) && !others.some(other => path.startsWith(other.base)))
      .map(path => path.slice(base.length));
    return { root: join(folder, base).replace(/[\\/]$/, ''), layout, paths };
  });
  return { programmes, notices };
}

function recogniseFolder(folder: string, paths: readonly string[], named: boolean): Recognised | undefined {
  return recognise(paths, path => readText(join(folder, path)), named);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function within(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !way.startsWith(sep));
}
