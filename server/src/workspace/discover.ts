import { sourcesOfOthers } from '../core/formats/layouts/endings.ts';
import type { LayoutName, PageReading } from '../core/formats/layouts/layout.ts';
import { programMarkers, tellingFolders } from '../core/formats/layouts/layouts.ts';
import { native } from '../core/formats/layouts/native.ts';
import { plain } from '../core/formats/layouts/plain.ts';
import { candidateFolders, type Recognized, recognize } from '../core/formats/recognize.ts';
import {
  type Asked,
  documentedFolders,
  holdsConventional,
  isNamedAsDocumentation,
} from '../core/formats/recognizePages.ts';
import { isManifest, manifestNames, roleOf } from '../core/formats/role.ts';
import type { Site } from '../core/formats/sites/site.ts';
import { mayTellSite } from '../core/formats/sites/sites.ts';
import { kindOfPath } from '../core/model/kinds.ts';
import { append } from '../core/text/lists.ts';
import { type Awaitable, below, type Files, type Listing, pathBelow } from './files.ts';
import { sitesAt } from './sitesAt.ts';
import { stepwise } from './steps.ts';
import { withTexts } from './withTexts.ts';

/** A program and where it is. */
export interface ProgramFolder {
  /** The key of its root. */
  readonly root: string;
  readonly layout: LayoutName;
  /** How pages outside the conventional folders are known as policies, where that is not as in all of the layout. */
  readonly pages?: PageReading;
  /** Its documents, relative to the root; those of programs nested in it are theirs alone. */
  readonly paths: readonly string[];
  /** Sources of documents beside them (`a.md.tmpl` beside `a.md`), relative to the root; absent where there are none. */
  readonly sources?: readonly string[];
  /** Roots of programs nested in it, relative to its own. */
  readonly nested: readonly string[];
  /** Folders (their paths end in `/`) and ignore files in it that cannot be read; documents may lie in them. */
  readonly unreadable: readonly string[];
  /** The sites in and around it; absent without any. */
  readonly sites?: readonly Site[];
  /** Files in folders of evidence that name a control and a window, relative to the root; absent without any. */
  readonly evidence?: readonly string[];
}

/** What was found at a place that the user named. */
export interface Discovery {
  readonly programs: readonly ProgramFolder[];
  /** What was recognized but is not checked, a sentence each. */
  readonly notices: readonly { readonly root: string; readonly text: string }[];
  /** The keys of folders and ignore files that cannot be read and lie in no program; programs may lie in them. */
  readonly unreadable: readonly string[];
}

/** Where programs are looked for, and how others have their turn meanwhile. */
interface Search {
  readonly files: Files;
  readonly pauseIfDue: () => Awaitable<void>;
}

/**
 * Finds the programs that a folder belongs to or holds: the root that it belongs to, as far up as the repository reaches,
 * else every root below it, else the folder itself or folders in it where their pages are documentation.
 * @param asked whether the user named this very folder, or only opened it
 * @param pauseIfDue called after each page that was looked into: others may have their turn
 */
export async function discover(
  files: Files,
  folder: string,
  asked: Asked,
  pauseIfDue: () => Awaitable<void> = () => undefined,
): Promise<Discovery> {
  const search = { files, pauseIfDue };
  const above = await rootAbove(search, folder);
  if (above !== undefined && above !== folder) return programsIn(search, above, 'no');
  const found = await programsIn(search, folder, asked);
  const isByPages = found.programs.some(({ root, layout }) => root === folder && layout === plain.name);
  const mayBePart = isByPages || (asked === 'named' && found.programs.length === 0);
  return mayBePart ? ((await aroundPages(search, folder, asked, isByPages)) ?? found) : found;
}

/**
 * The root of the program that a folder belongs to by a manifest or a layout, its own or that of a folder above it; undefined
 * where there is none. What lies in the folder is not listed.
 */
export function programRoot(files: Files, folder: string): Promise<string | undefined> {
  return rootAbove({ files, pauseIfDue: () => undefined }, folder);
}

/**
 * The root that a folder belongs to: that of the nearest manifest, unless another layout lies between that does not belong to
 * it; else that of the outermost layout to which it belongs.
 */
async function rootAbove(search: Search, folder: string): Promise<string | undefined> {
  const { files } = search;
  const folders = await files.upwards(folder);
  let at = folders.length;
  let outer: { readonly root: string; readonly layout: LayoutName } | undefined;
  for (const [i, path] of folders.entries()) {
    if (!(await hasManifest(files, path))) continue;
    [at, outer] = [i, { root: path, layout: native.name }];
    break;
  }
  for (const path of folders.slice(0, at).reverse()) {
    const near = await listNear(files, path);
    const recognized = await recognizeFolder(search, path, near, 'no');
    if (recognized?.is !== 'program') continue;
    const base = outer && `${pathBelow(path, outer.root)}/`;
    if (outer && base !== undefined && isPart(outer.layout, base, near)) continue;
    outer = { root: path, layout: recognized.layout };
  }
  return outer?.root;
}

async function hasManifest(files: Files, folder: string): Promise<boolean> {
  for (const name of manifestNames) if ((await files.read(below(folder, name))) !== undefined) return true;
  return false;
}

/** Whether a program of this layout reads documents of a folder in it (its path ends in `/`) as records. */
function isPart(layout: LayoutName, base: string, inside: readonly string[]): boolean {
  return inside.some(path => roleOf(base + path, layout, false)?.folder !== undefined);
}

/**
 * What a folder that nothing marks belongs to: the outermost of the folders above it, inside its repository, that are
 * documentation by their pages, the nearest of them and each around that. Outside a repository, only those that surely are, or
 * are small and have pages beside the folder. A folder that is so itself and is named as the records of a kind are (`controls`)
 * keeps that name: its root is the folder above.
 * @param isSo whether the folder itself is documentation by its pages
 */
async function aroundPages(
  search: Search,
  folder: string,
  asked: Asked,
  isSo: boolean,
): Promise<Discovery | undefined> {
  const { files } = search;
  const [, ...above] = await files.upwards(folder);
  const top = above.at(-1);
  if (top === undefined) return undefined;
  const isBounded = await isRepository(files, top);
  const around: string[] = [];
  for (const path of above) {
    const isSure = isBounded || (await isSurely(search, path));
    const documents = isSure
      ? (await files.list(path)).documents
      : await besideIn(search, path, around[0] ?? folder);
    if (documents && (await isByItsPages(search, path, documents, asked))) around.unshift(path);
    else if (isSo || around.length > 0) break;
  }
  for (const path of around) {
    const found = await programsIn(search, path, asked);
    // It may hold programs of their own beside the folder, and is then none itself.
    if (isBounded || found.programs.some(({ root }) => root === path)) return found;
  }
  const [parent = ''] = above;
  const base = `${pathBelow(folder, parent)}/`;
  if (!isSo || kindOfPath(base) === undefined) return undefined;
  return programsIn(search, parent, 'no', { only: [base], isListed: isBounded });
}

/** The documents below a folder where it is small, and not all of them lie in one folder; undefined elsewhere. */
async function besideIn(
  { files }: Search,
  folder: string,
  inner: string,
): Promise<readonly string[] | undefined> {
  const listing = await files.listSmall?.(folder);
  const base = `${pathBelow(inner, folder)}/`;
  return listing?.documents.some(path => !path.startsWith(base)) ? listing.documents : undefined;
}

async function isByItsPages(
  search: Search,
  folder: string,
  documents: readonly string[],
  asked: Asked,
): Promise<boolean> {
  const recognized = await recognizeFolder(search, folder, documents, asked);
  return recognized?.is === 'program' && recognized.layout === plain.name;
}

/**
 * Whether a folder is surely documentation, before all that lies in it is listed: outside a repository, a folder above the one
 * that was asked after may be a home folder, or the whole disk.
 */
async function isSurely(search: Search, folder: string): Promise<boolean> {
  if (isNamedAsDocumentation(folder.slice(folder.lastIndexOf('/') + 1))) return true;
  const near = await listNear(search.files, folder);
  return lookInto(search, folder, read => holdsConventional(near, read));
}

async function isRepository(files: Files, folder: string): Promise<boolean> {
  return (
    (await files.read(below(folder, '.git/HEAD'))) !== undefined ||
    (await files.read(below(folder, '.git'))) !== undefined
  );
}

/** The documents that tell a layout, without listing all that is below a folder. */
async function listNear(files: Files, folder: string): Promise<string[]> {
  const near: string[] = [];
  for (const name of tellingFolders) {
    const { documents } = await files.list(below(folder, name));
    for (const path of documents) near.push(`${name}/${path}`);
  }
  for (const name of programMarkers) {
    if ((await files.read(below(folder, name))) !== undefined) near.push(name);
  }
  return near;
}

/** A program that was found, its root relative to the folder that was listed, ending in `/` unless it is that folder. */
interface Found {
  readonly base: string;
  readonly layout: LayoutName;
  readonly pages?: PageReading;
  /** Folders (their paths from the listed one end in `/`) that alone belong to it; absent where all do. */
  readonly only?: readonly string[];
}

/** Folders (their paths end in `/`) in another one that are known to be documentation by their pages, and nothing else. */
interface Part {
  readonly only: readonly [string];
  /** Whether the other one may be listed. */
  readonly isListed: boolean;
}

async function programsIn(search: Search, folder: string, asked: Asked, part?: Part): Promise<Discovery> {
  const { only, isListed = true } = part ?? {};
  const listing = await (only && !isListed
    ? listPart(search.files, folder, ...only)
    : search.files.list(folder));
  const { documents, unreadable, sites: markers = [], evidence = [] } = listing;
  const sources = sourcesOfOthers(documents);
  const passed = new Set(sources);
  const all = sources.length === 0 ? documents : documents.filter(path => !passed.has(path));
  const found: Found[] = [];
  const foreign: { base: string; text: string }[] = [];
  const add = (base: string, recognized: Recognized | undefined) => {
    if (recognized?.is === 'program') found.push({ base, ...recognized });
    if (recognized?.is === 'foreign') foreign.push({ base, text: recognized.notice });
  };
  // Parents come before what is in them: a layout that a program reads is a part of it, a manifest is always its own.
  for (const candidate of only ? [] : candidateFolders(all)) {
    const base = candidate === '' ? '' : `${candidate}/`;
    const inside = all.filter(path => path.startsWith(base)).map(path => path.slice(base.length));
    const isNested =
      foreign.some(outer => base.startsWith(outer.base)) ||
      found.some(
        outer => base.startsWith(outer.base) && isPart(outer.layout, base.slice(outer.base.length), inside),
      );
    if (isNested && !inside.some(isManifest)) continue;
    add(base, await recognizeFolder(search, below(folder, candidate), inside, 'no'));
  }
  if (only) found.push({ base: '', layout: plain.name, only });
  else if (found.length === 0 && foreign.length === 0) {
    add('', await recognizeFolder(search, folder, all, asked));
    if (found.length === 0 && asked !== 'no') append(found, await documentedIn(search, folder, all));
  }
  const programs: ProgramFolder[] = [];
  const telling = [...all.filter(mayTellSite), ...markers];
  for (const program of found) {
    const own = programFolder(folder, program, found, { documents: all, unreadable, sources, evidence });
    const base = program.base;
    const inside = telling.filter(path => path.startsWith(base)).map(path => path.slice(base.length));
    const sites = await sitesAt(search.files, own.root, inside, isListed);
    programs.push(sites.length > 0 ? { ...own, sites } : own);
  }
  const inPrograms = new Set(
    programs.flatMap(({ root, unreadable: own }) => own.map(path => below(root, path))),
  );
  return {
    programs,
    unreadable: unreadable.map(path => below(folder, path)).filter(key => !inPrograms.has(key)),
    notices: foreign.map(({ base, text }) => ({ root: below(folder, base.slice(0, -1)), text })),
  };
}

/**
 * What lies in a folder of another one, without a look at the rest of that.
 * @param base the path of the one from the other, with `/` at its end
 * @returns with paths from the other
 */
async function listPart(files: Files, folder: string, base: string): Promise<Listing> {
  const {
    documents,
    unreadable,
    sites = [],
    evidence = [],
  } = await files.list(below(folder, base.slice(0, -1)));
  const fromOther = (path: string) => (path.startsWith('../') ? path.slice('../'.length) : base + path);
  return {
    documents: documents.map(fromOther),
    unreadable: unreadable.map(fromOther),
    sites: sites.map(fromOther),
    evidence: evidence.map(fromOther),
  };
}

/** The programs in folders that are documentation by their names and pages, where what is around them is none. */
async function documentedIn(
  search: Search,
  folder: string,
  all: readonly string[],
): Promise<readonly Found[]> {
  const byBase = new Map<string, string[]>();
  for (const path of await lookInto(search, folder, read => documentedFolders(all, read))) {
    // What lies in a folder that is named as a kind is of that kind, so the folder above is the root.
    const base =
      kindOfPath(path) === undefined ? path : path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
    byBase.set(base, [...(byBase.get(base) ?? []), path]);
  }
  return [...byBase].map(([base, only]) => ({ base, layout: plain.name, only }));
}

function programFolder(
  folder: string,
  { base, layout, pages, only }: Found,
  found: readonly { readonly base: string }[],
  { documents, unreadable, sources, evidence = [] }: Listing & { readonly sources: readonly string[] },
): ProgramFolder {
  const nested = found.map(other => other.base).filter(other => other !== base && other.startsWith(base));
  const ownOf = (paths: readonly string[]) =>
    paths
      .filter(path => path.startsWith(base) && !nested.some(other => path.startsWith(other)))
      .filter(path => !only || only.some(folder => path.startsWith(folder)))
      .map(path => path.slice(base.length));
  const [ownSources, ownEvidence] = [ownOf(sources), ownOf(evidence)];
  return {
    root: below(folder, base.slice(0, -1)),
    layout,
    ...(pages ? { pages } : {}),
    paths: ownOf(documents),
    ...(ownSources.length > 0 ? { sources: ownSources } : {}),
    ...(ownEvidence.length > 0 ? { evidence: ownEvidence } : {}),
    nested: nested.map(other => other.slice(base.length)),
    unreadable: [...ownOf(unreadable), ...ignoreFilesAbove(base, unreadable)],
  };
}

/** Ignore files that cannot be read in the folders above a program, relative to its root: they may ignore what is in it. */
function ignoreFilesAbove(base: string, unreadable: readonly string[]): string[] {
  const name = '.gitignore';
  return unreadable.flatMap(path => {
    const folder = path.slice(0, -name.length);
    // What is listed from a folder itself leads up out of it already.
    if (
      !path.endsWith(name) ||
      path.startsWith(base) ||
      !(base.startsWith(folder) || folder.startsWith('../'))
    )
      return [];
    const above = folder.startsWith('../') ? base : base.slice(folder.length);
    return ['../'.repeat(above.split('/').length - 1) + (folder.startsWith('../') ? path : name)];
  });
}

/** What the folder is. */
function recognizeFolder(
  search: Search,
  folder: string,
  paths: readonly string[],
  asked: Asked,
): Promise<Recognized | undefined> {
  return lookInto(search, folder, read => recognize(paths, read, asked));
}

/** What is found out by looking into pages below a folder, after each of which others may have their turn. */
function lookInto<Result>(
  { files, pauseIfDue }: Search,
  folder: string,
  findOut: (read: (path: string) => string | undefined) => Generator<undefined, Result>,
): Promise<Result> {
  return withTexts(files, folder, read => stepwise(findOut(read), pauseIfDue), pauseIfDue);
}
