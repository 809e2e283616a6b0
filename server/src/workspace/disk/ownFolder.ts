import {
  closeSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { FilePart } from '../cache/packedFile.ts';
import { endDraft, isDraft, newDraft, removeFile } from './drafts.ts';
import { hasCode } from './errors.ts';
import { readRegular } from './readRegular.ts';

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

/** No file that is kept is larger, in bytes. */
const mostKept = 1 << 30;

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
    if (!readdirSync(path).every(isDraft)) return { is: 'foreign', path };
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
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

function isMarked(path: string): boolean {
  const read = readRegular(join(path, markName), { most: mark.length });
  return typeof read === 'object' && read.bytes.toString('latin1') === mark;
}

/**
 * Puts a small file in place whole, for this user alone.
 * @param mode what the user may do with it: by default read and write
 * @throws Error where it cannot be written; nothing is left behind then
 */
export function writeOwn(folder: string, name: string, content: string | Buffer, mode = 0o600): void {
  const draft = newDraft(folder);
  try {
    writeFileSync(draft, content, { flag: 'wx', mode });
    renameSync(draft, join(folder, name));
  } finally {
    endDraft(draft);
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
  const draft = newDraft(folder);
  try {
    const opened = openSync(draft, 'wx', 0o600);
    try {
      for (const { at, bytes } of parts) {
        for (let done = 0; done < bytes.length; )
          done += writeSync(opened, bytes, done, bytes.length - done, at + done);
        yield;
      }
    } finally {
      closeSync(opened);
    }
    renameSync(draft, join(folder, name));
  } finally {
    endDraft(draft);
  }
}

/** What a file of this user's own holds; undefined where it cannot be read, is larger, or belongs to another user. */
export function readPrivate(file: string, most: number): Buffer | undefined {
  const read = readRegular(file, { most });
  if (typeof read !== 'object') return undefined;
  const bytes = Buffer.from(read.bytes);
  const owner = lstatSync(file, { throwIfNoEntry: false })?.uid;
  return process.getuid && owner !== process.getuid() ? undefined : bytes;
}

/** What one of Tickmark's own files holds, which is of use then; undefined where it cannot be read. */
export function readOwn(file: string): Buffer | undefined {
  const read = readRegular(file, { most: mostKept });
  if (typeof read !== 'object') return undefined;
  const now = new Date();
  try {
    lutimesSync(file, now, now);
  } catch {
    // It only goes sooner than others.
  }
  return Buffer.from(read.bytes);
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

/** Node's folder for one of its versions, and a file in it. */
const [compiledFolder, compiledFile] = [/^v\d+\.\d+\.\d+-[\w-]+$/, /^[0-9a-f]+(?:\.\w+)?$/];
/** How long compiled code is kept, in milliseconds. */
const longestCompiled = 30 * 24 * 3600 * 1000;

/** Where, in Tickmark's own folder, Node keeps what it has compiled (launch.ts). */
export function compiledIn(folder: string): string {
  return join(folder, 'compiled');
}

/**
 * Where, in Tickmark's own folder, documents lie that an editor is to open; made for this user alone where it is not there yet.
 * @returns undefined where it cannot be made, or something else bears its name
 */
export function pagesIn(folder: string): string | undefined {
  const path = join(folder, 'pages');
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })) makeFolder(path);
    const stats = lstatSync(path);
    const isOurs = !process.getuid || stats.uid === process.getuid();
    return stats.isDirectory() && isOurs ? path : undefined;
  } catch {
    return undefined;
  }
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
  for (const { path, used } of files) if (Date.now() - used > longest) removeFile(path);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
