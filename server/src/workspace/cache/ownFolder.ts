import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { FilePart } from './packedFile.ts';

// Tickmark keeps results in a folder of its own inside the folder that the user names. It carries a mark, and nothing is
// written, replaced or removed in a folder without that mark, nor anything in it whose name is not one that Tickmark gives.

/** The name of the folder. */
const ownName = 'tickmark-cache';

/** The file that marks the folder, by which backups leave it out too (Cache Directory Tagging Specification). */
const markName = 'CACHEDIR.TAG';
const mark = `Signature: 8a477f597d28d172789f06886806bc55
# This folder was made by Tickmark. It holds results of earlier runs and can be deleted at any time.
# About this file: https://bford.info/cachedir/
`;

/** A file that is being written, before it is put in its place. */
const draft = /^[\w.-]+\.\d+-\d+\.tickmark-draft$/;
/** How long a process may take to write a file, in milliseconds: an older draft was left behind by one that was killed. */
const longestWriting = 3600 * 1000;
let drafts = 0;

/** This user's folder for what can be made again (XDG Base Directory Specification; on Windows the local data). */
export function userCaches(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  // "If an implementation encounters a relative path it should consider the path invalid and ignore it."
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

/** What came of asking for Tickmark's own folder in another. */
export type OwnFolder =
  | { readonly is: 'ours'; readonly path: string }
  /** Something that Tickmark did not make bears its name. */
  | { readonly is: 'foreign'; readonly path: string }
  /** It is not there and cannot be made. */
  | { readonly is: 'none'; readonly path: string };

/** Tickmark's own folder inside another, made for this user alone where there is none yet. */
export function ownFolderIn(folder: string): OwnFolder {
  const path = join(folder, ownName);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!lstatSync(path, { throwIfNoEntry: false })) makeFolder(path);
    if (!lstatSync(path).isDirectory()) return { is: 'foreign', path };
    if (isMarked(path)) return { is: 'ours', path };
    // Another process may have made it just now, and not marked it yet.
    if (!readdirSync(path).every(name => draft.test(name))) return { is: 'foreign', path };
    writeOwn(path, markName, mark);
    return { is: isMarked(path) ? 'ours' : 'none', path };
  } catch {
    return { is: 'none', path };
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function isMarked(path: string): boolean {
  const file = join(path, markName);
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === mark.length && readFileSync(file, 'latin1') === mark;
}

/**
 * Puts a small file in place whole, for this user alone.
 * @throws Error where it cannot be written; nothing is left behind then
 */
export function writeOwn(folder: string, name: string, content: string | Buffer): void {
  const file = draftOf(folder, name);
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
    renameSync(file, join(folder, name));
  } catch (error) {
    removeOwn(file);
    throw error;
  }
}

/**
 * Puts a file in place whole, for this user alone; in steps, for it may be large.
 * @throws Error where it cannot be written; nothing is left behind then
 */
export function* writeOwnParts(
  folder: string,
  name: string,
  parts: Iterable<FilePart>,
): Generator<undefined, void> {
  const file = draftOf(folder, name);
  try {
    const opened = openSync(file, 'wx', 0o600);
    try {
      for (const { at, bytes } of parts) {
        for (let done = 0; done < bytes.length; )
          done += writeSync(opened, bytes, done, bytes.length - done, at + done);
        yield;
      }
    } finally {
      closeSync(opened);
    }
    renameSync(file, join(folder, name));
  } catch (error) {
    removeOwn(file);
    throw error;
  }
}

function draftOf(folder: string, name: string): string {
  return join(folder, `${name}.${process.pid}-${drafts++}.tickmark-draft`);
}

/** A file directly in a folder of Tickmark's own. */
export interface OwnFile {
  readonly path: string;
  readonly size: number;
  /** When it was last written or of use, in milliseconds. */
  readonly used: number;
}

/** The regular files of a folder whose whole name matches; links and folders are never among them. */
export function ownFiles(folder: string, name: RegExp): OwnFile[] {
  return namesIn(folder).flatMap(entry => {
    if (!name.test(entry)) return [];
    const path = join(folder, entry);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ path, size: stats.size, used: stats.mtimeMs }] : [];
  });
}

/** Removes the drafts that were left behind by processes that were killed. */
export function removeDrafts(folder: string): void {
  removeUnused(ownFiles(folder, draft), longestWriting);
}

/** Node's folder for one of its versions, and a file in it. */
const [compiledFolder, compiledFile] = [/^v\d+\.\d+\.\d+-[\w-]+$/, /^[0-9a-f]+(?:\.\w+)?$/];
/** How long compiled code is kept, in milliseconds. */
const longestCompiled = 30 * 24 * 3600 * 1000;

/** Where, in Tickmark's own folder, Node keeps what it has compiled (launch.ts). */
export function compiledIn(folder: string): string {
  return join(folder, 'compiled');
}

/** Removes compiled code that was kept long enough: that of another version of Tickmark or Node is of no use any more. */
export function removeCompiled(folder: string): void {
  for (const name of namesIn(compiledIn(folder)).filter(entry => compiledFolder.test(entry))) {
    const ofVersion = join(compiledIn(folder), name);
    if (!lstatSync(ofVersion, { throwIfNoEntry: false })?.isDirectory()) continue;
    removeUnused(ownFiles(ofVersion, compiledFile), longestCompiled);
    // Only an empty folder goes.
    if (namesIn(ofVersion).length === 0) rmdirSync(ofVersion);
  }
}

function removeUnused(files: readonly OwnFile[], longest: number): void {
  for (const { path, used } of files) if (Date.now() - used > longest) removeOwn(path);
}

/** Removes one file, which must be one that Tickmark made; one that is not there is none to remove. */
export function removeOwn(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It is gone already, or stays: a cache is only for speed.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
