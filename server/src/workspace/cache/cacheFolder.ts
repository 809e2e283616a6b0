import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FilePart } from './packedFile.ts';

const endings = { facts: '.facts', answer: '.answer' };
/** Where Node keeps what it has compiled of a version (launch.ts). */
const compiled = /^code-/;
/** How long compiled code is kept that is of another version, in milliseconds. */
const longestUnused = 30 * 24 * 3600 * 1000;
/** How much all the files of a folder may take, in bytes. */
const mostBytes = 512 * 2 ** 20;

/** The folder of this user's for what can be made again (XDG Base Directory Specification; on Windows the local data). */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'tickmark');
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'tickmark');
  return process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Caches', 'tickmark')
    : join(homedir(), '.cache', 'tickmark');
}

/** The file, in a folder for caches, for what the documents of a programme said. */
export function factsFile(folder: string, name: string): string {
  return join(folder, name + endings.facts);
}

/** The file, in a folder for caches, for what a command answered. */
export function answerFile(folder: string, name: string): string {
  return join(folder, name + endings.answer);
}

/** What a cache holds, and says that it was of use; undefined where it cannot be read. */
export function readCache(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const now = new Date();
    utimesSync(file, now, now);
    return bytes;
  } catch {
    return undefined;
  }
}

/**
 * Puts a cache in place whole, for this user alone, and takes away those that have been of no use for longest where all take
 * too much room; in steps, for it may be large. Where nothing can be written nothing is: a cache is only for speed.
 */
export function* writeCache(file: string, parts: Iterable<FilePart>): Generator<undefined, void> {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    yield* writeDraft(draft, parts);
    renameSync(draft, file);
    makeRoom(dirname(file), file);
  } catch {
    takeAway(draft);
  }
}

function* writeDraft(file: string, parts: Iterable<FilePart>): Generator<undefined, void> {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    for (const { at, bytes } of parts) {
      for (let done = 0; done < bytes.length; )
        done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
      yield;
    }
  } finally {
    closeSync(descriptor);
  }
}

function takeAway(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where no folder is there is no file either.
  }
}

function makeRoom(folder: string, kept: string): void {
  const files = readdirSync(folder)
    .filter(name => Object.values(endings).some(ending => name.includes(ending)))
    .map(name => join(folder, name))
    .flatMap(file => {
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats ? [{ file, size: stats.size, used: stats.mtimeMs }] : [];
    })
    .sort((a, b) => b.used - a.used);
  for (const name of readdirSync(folder).filter(name => compiled.test(name))) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > longestUnused) rmSync(path, { recursive: true, force: true });
  }
  let left = mostBytes;
  for (const { file, size } of files) {
    left -= size;
    if (left < 0 && file !== kept) rmSync(file, { force: true });
  }
}
