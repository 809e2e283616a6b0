import { join, relative, sep } from 'node:path';
import { isDocument, isRegister } from '../core/formats/layouts/endings.ts';
import { mayTellSite } from '../core/formats/sites/sites.ts';
import { folderFileOf } from '../core/program/evidenceFiles.ts';
import { type FolderEntry, folderEntries } from './disk/folderEntries.ts';
import { isOther, isThere, repositoryOf } from './disk/places.ts';
import { readRegular } from './disk/readRegular.ts';
import { type Listing, type Unreadable, unreadable } from './files.ts';
import { IgnoreRules } from './ignoreRules.ts';
import { atOnce } from './steps.ts';

const neverRead = new Set(['node_modules', '__pycache__', 'venv']);
/** Beside one of these `vendor` holds installed packages; elsewhere it may hold what is written about vendors. */
const packageLists = new Set(['go.mod', 'composer.json', 'Gemfile', 'Cargo.toml']);

/** A repository as it is listed; paths are relative to its root, with `/`, and folders end in `/` but the root, ''. */
export interface Tree {
  /** What is in a folder, one after the other; in the end, whether it could not be read, or not to its end. */
  entries(folder: string): Generator<FolderEntry, Unreadable | undefined>;
  /** What the `.gitignore` in a folder says; undefined where there is none. */
  ignoreFile(folder: string): string | Unreadable | undefined;
}

/** How many entries of a folder are looked at in one step. */
const handful = 1000;
/** No ignore file is larger, in bytes. */
const mostIgnored = 1 << 20;

/**
 * The documents below a folder: Markdown and YAML files. Hidden folders, installed packages and what a `.gitignore` of the
 * repository names are passed over; links are not followed.
 */
export function listDocuments(folder: string): Listing {
  return atOnce(listingOf(folder));
}

/** The same in steps. */
export function* listingOf(folder: string): Generator<undefined, Listing> {
  const missed: string[] = [];
  const root = repositoryOf(folder, path => missed.push(slashed(relative(folder, path)))) ?? folder;
  const base = root === folder ? '' : `${slashed(relative(root, folder))}/`;
  const { unreadable: below, ...listing } = yield* documentsIn(diskTree(root), base);
  return { ...listing, unreadable: [...missed, ...below].sort() };
}

/** How many files and folders are looked at in a folder that nobody asked after. */
const mostUnasked = 1000;

/** What `listDocuments` lists in a folder outside a repository that has few files and folders; undefined where it has more. */
export function listSmall(folder: string): Listing | undefined {
  const tree = diskTree(folder);
  let seen = 0;
  const counting: Tree = {
    ...tree,
    *entries(path) {
      const entries = tree.entries(path);
      for (let next = entries.next(); ; next = entries.next()) {
        if (next.done) return next.value;
        if (++seen > mostUnasked) {
          entries.return(undefined);
          return undefined;
        }
        yield next.value;
      }
    },
  };
  const steps = documentsIn(counting, '');
  for (let step = steps.next(); seen <= mostUnasked; step = steps.next()) if (step.done) return step.value;
  return undefined;
}

/**
 * Whether a document that is made below a folder would be listed there: no link is on its way, at which it would be made
 * elsewhere, and nothing on it is passed over or ignored.
 * @param path relative to the folder, with `/`
 */
export function wouldList(folder: string, path: string): boolean {
  const root = repositoryOf(folder) ?? folder;
  const tree = diskTree(root);
  let at = root === folder ? '' : `${slashed(relative(root, folder))}/`;
  let rules = rulesAbove(tree, at, []);
  const steps = path.split('/');
  for (const [i, name] of steps.entries()) {
    const isFolder = i < steps.length - 1;
    rules = rulesIn(tree, at, rules, []);
    if (isFolder && (name.startsWith('.') || neverRead.has(name))) return false;
    if (isFolder && name === 'vendor' && hasPackageList(join(root, at))) return false;
    at += name;
    if (rules.ignores(at, isFolder) || isOther(join(root, at), isFolder)) return false;
    at += '/';
  }
  return true;
}

function hasPackageList(folder: string): boolean {
  return [...packageLists].some(name => isThere(join(folder, name)) === true);
}

/** The documents below a folder of a tree, as `listDocuments` lists them; in steps. */
export function* documentsIn(tree: Tree, base: string): Generator<undefined, Listing> {
  const documents: string[] = [];
  const missed: string[] = [];
  const [sites, evidence]: [string[], string[]] = [[], []];
  const above = rulesAbove(tree, base, missed);
  // Folders are kept in a list and not on the stack: a commit may have them nested as deep as it likes.
  const waiting: WaitingFolder[] = [{ path: base, rules: above }];
  for (let next = waiting.pop(); next; next = waiting.pop())
    yield* listInto(tree, next, { documents, missed, sites, evidence, waiting });
  return {
    documents: documents.map(path => path.slice(base.length)).sort(),
    unreadable: missed.map(path => pathFrom(base, path)).sort(),
    ...(sites.length > 0 ? { sites: sites.map(path => path.slice(base.length)).sort() } : {}),
    ...(evidence.length > 0 ? { evidence: evidence.map(path => path.slice(base.length)).sort() } : {}),
  };
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

function diskTree(root: string): Tree {
  return {
    entries: folder => folderEntries(join(root, folder)),
    ignoreFile(folder) {
      const read = readRegular(join(root, folder, '.gitignore'), { most: mostIgnored });
      return typeof read === 'object' ? read.bytes.toString('utf8') : read;
    },
  };
}

/** What is ignored above a folder; nothing where the folder itself is: whoever lists it wants to see what is in it. */
function rulesAbove(tree: Tree, base: string, missed: string[]): IgnoreRules {
  let rules = IgnoreRules.none;
  let path = '';
  for (const step of base.split('/').slice(0, -1)) {
    rules = rulesIn(tree, path, rules, missed);
    path += `${step}/`;
    if (rules.ignores(path.slice(0, -1), true)) return IgnoreRules.none;
  }
  return rules;
}

/** A folder that is still to be looked into, and what is ignored above it. */
interface WaitingFolder {
  readonly path: string;
  readonly rules: IgnoreRules;
}

/** What has been found, what could not be read, what may tell a site, and the folders that are still to be looked into. */
interface Found {
  readonly documents: string[];
  readonly missed: string[];
  readonly sites: string[];
  /** Files in folders of evidence that name a control and a window. */
  readonly evidence: string[];
  readonly waiting: WaitingFolder[];
}

function* listInto(
  tree: Tree,
  { path: base, rules: above }: WaitingFolder,
  { documents, missed, sites, evidence, waiting }: Found,
): Generator<undefined, void> {
  const [files, others, folders]: [string[], string[], string[]] = [[], [], []];
  const kept: string[] = [];
  const isOfEvidence = folderFileOf(`${base}file.pdf`) !== undefined;
  let [hasRules, hasPackages] = [false, false];
  const entries = tree.entries(base);
  let next = entries.next();
  for (let count = 1; !next.done; next = entries.next()) {
    const { name, is } = next.value;
    hasRules ||= name === '.gitignore' && is !== 'folder';
    hasPackages ||= packageLists.has(name);
    if (is === 'folder' && !name.startsWith('.') && !neverRead.has(name)) folders.push(`${base}${name}/`);
    const isRead = isDocument(name) || isRegister(base + name);
    if (is === 'file' && isRead) files.push(base + name);
    if (is === 'file' && isOfEvidence && folderFileOf(base + name)) kept.push(base + name);
    if (is === 'other' && isRead) others.push(base + name);
    if (mayTellSite(name) && (is === 'folder' || !isDocument(name)))
      sites.push(base + name + (is === 'folder' ? '/' : ''));
    if (count++ % handful === 0) yield;
  }
  if (next.value === unreadable) missed.push(base);
  const rules = hasRules ? rulesIn(tree, base, above, missed) : above;
  for (const [i, path] of files.entries()) {
    if (!rules.ignores(path, false)) documents.push(path);
    if (i % handful === handful - 1) yield;
  }
  for (const path of kept) if (!rules.ignores(path, false)) evidence.push(path);
  // A pipe or a device in the place of a document is there and cannot be read.
  for (const path of others) if (!rules.ignores(path, false)) missed.push(path);
  for (const path of folders) {
    if (hasPackages && path === `${base}vendor/`) continue;
    if (!rules.ignores(path.slice(0, -1), true)) waiting.push({ path, rules });
  }
  yield;
}

/** A path relative to a folder; one that is not below it leads up to it. */
function pathFrom(base: string, path: string): string {
  let [shared, up] = [base, ''];
  for (; !path.startsWith(shared); up += '../')
    shared = shared.slice(0, shared.lastIndexOf('/', shared.length - 2) + 1);
  return up + path.slice(shared.length);
}

/** The rules in a folder, its own `.gitignore` taken in. */
function rulesIn(tree: Tree, base: string, above: IgnoreRules, missed: string[]): IgnoreRules {
  const content = tree.ignoreFile(base);
  if (content === unreadable) missed.push(`${base}.gitignore`);
  return typeof content === 'string' ? above.within(base, content) : above;
}
