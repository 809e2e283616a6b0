import type { LayoutName } from '../core/formats/layouts/layout.ts';
import { programMarkers, tellingFolders } from '../core/formats/layouts/layouts.ts';
import { candidateFolders, type Recognized, recognize } from '../core/formats/recognize.ts';
import { manifestName } from '../core/formats/role.ts';
import { below, contentOf, type Files } from './files.ts';

/** A program and where it is. */
export interface ProgramFolder {
  /** The key of its root. */
  readonly root: string;
  readonly layout: LayoutName;
  /** Its documents, relative to the root; those of programs nested in it are theirs alone. */
  readonly paths: readonly string[];
  /** Roots of programs nested in it, relative to its own. */
  readonly nested: readonly string[];
  /** Folders (their paths end in `/`) and ignore files in it that cannot be read; documents may lie in them. */
  readonly unreadable: readonly string[];
}

/** What was found at a place that the user named. */
export interface Discovery {
  readonly programs: readonly ProgramFolder[];
  /** What was recognized but is not checked, a sentence each. */
  readonly notices: readonly { readonly root: string; readonly text: string }[];
  /** The keys of folders and ignore files that cannot be read and lie in no program; programs may lie in them. */
  readonly unreadable: readonly string[];
}

/**
 * Finds the programs that a folder belongs to or holds: a root at or above it, as far up as the repository reaches,
 * else every root below it, else the folder itself where its Markdown are policies.
 * @param isAsked whether the user named this very folder, rather than only opening it
 */
export async function discover(files: Files, folder: string, isAsked: boolean): Promise<Discovery> {
  const above = await rootAbove(files, folder);
  if (above !== undefined && above !== folder) return programsIn(files, above, false);
  return programsIn(files, folder, isAsked);
}

/** The nearest root at or above a folder: a manifest, else a layout. */
async function rootAbove(files: Files, folder: string): Promise<string | undefined> {
  const folders = await files.upwards(folder);
  for (const path of folders) {
    if ((await files.read(below(path, manifestName))) !== undefined) return path;
  }
  for (const path of folders) {
    if (path === folder) continue;
    if (await recognizeFolder(files, path, await listNear(files, path), false)) return path;
  }
  return undefined;
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

async function programsIn(files: Files, folder: string, isAsked: boolean): Promise<Discovery> {
  const { documents: all, unreadable } = await files.list(folder);
  const found: { base: string; layout: LayoutName }[] = [];
  const foreign: { base: string; text: string }[] = [];
  const add = (base: string, recognized: Recognized | undefined) => {
    if (recognized?.is === 'program') found.push({ base, layout: recognized.layout });
    if (recognized?.is === 'foreign') foreign.push({ base, text: recognized.notice });
  };
  // Parents come before what is in them: a layout inside a program is a part of it, a manifest is always its own.
  for (const candidate of candidateFolders(all)) {
    const base = candidate === '' ? '' : `${candidate}/`;
    const inside = all.filter(path => path.startsWith(base)).map(path => path.slice(base.length));
    const isNested = [...found, ...foreign].some(outer => base.startsWith(outer.base));
    if (isNested && !inside.includes(manifestName)) continue;
    add(base, await recognizeFolder(files, below(folder, candidate), inside, false));
  }
  if (found.length === 0 && foreign.length === 0) add('', await recognizeFolder(files, folder, all, isAsked));
  const programs = found.map(program => programFolder(folder, program, found, all, unreadable));
  const inPrograms = new Set(
    programs.flatMap(({ root, unreadable: own }) => own.map(path => below(root, path))),
  );
  return {
    programs,
    unreadable: unreadable.map(path => below(folder, path)).filter(key => !inPrograms.has(key)),
    notices: foreign.map(({ base, text }) => ({ root: below(folder, base.slice(0, -1)), text })),
  };
}

function programFolder(
  folder: string,
  { base, layout }: { readonly base: string; readonly layout: LayoutName },
  found: readonly { readonly base: string }[],
  all: readonly string[],
  unreadable: readonly string[],
): ProgramFolder {
  const nested = found.map(other => other.base).filter(other => other !== base && other.startsWith(base));
  const ownOf = (paths: readonly string[]) =>
    paths
      .filter(path => path.startsWith(base) && !nested.some(other => path.startsWith(other)))
      .map(path => path.slice(base.length));
  return {
    root: below(folder, base.slice(0, -1)),
    layout,
    paths: ownOf(all),
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

/** What the folder is; recognizing reads only files that were read before, so those are fetched first. */
async function recognizeFolder(
  files: Files,
  folder: string,
  paths: readonly string[],
  isAsked: boolean,
): Promise<Recognized | undefined> {
  const texts = new Map<string, string>();
  for (;;) {
    const wanted: string[] = [];
    const recognized = recognize(
      paths,
      path => {
        const text = texts.get(path);
        if (text === undefined && !texts.has(path)) wanted.push(path);
        return text;
      },
      isAsked,
    );
    if (wanted.length === 0) return recognized;
    for (const path of wanted) {
      texts.set(path, contentOf(await files.read(below(folder, path))) ?? '');
    }
  }
}
