import { isDocument } from '../core/formats/layouts/endings.ts';
import type { SourceState } from '../core/program/sources.ts';

/** A value, or a promise of one: reading from disk need not wait, asking the client must. */
export type Awaitable<Value> = Value | Promise<Value>;

/** What something is that is there and cannot be read: it may hold what seems to be absent. */
export const unreadable = Symbol('unreadable');
export type Unreadable = typeof unreadable;

/** The content that was read; undefined where there was none, or none could be read. */
export function contentOf(read: string | Unreadable | undefined): string | undefined {
  return typeof read === 'string' ? read : undefined;
}

/** What lies below a folder, as paths relative to it with `/`, sorted. */
export interface Listing {
  /** The Markdown and YAML documents; ignored ones are left out. */
  readonly documents: readonly string[];
  /**
   * What cannot be read: folders (their paths end in `/`), in which documents may lie, ignore files, by which documents may be
   * ignored, and things in the place of documents that are no regular files.
   */
  readonly unreadable: readonly string[];
  /**
   * Files other than documents, and folders (their paths end in `/`), that may tell the generator of a site (see `mayTellSite`).
   * Absent where nobody looks for them.
   */
  readonly sites?: readonly string[];
  /** Files in folders of evidence that name a control and a window (see `folderFileOf`). Absent where there are none. */
  readonly evidence?: readonly string[];
}

/**
 * Where text comes from. A key names a file or folder: an absolute path with `/`, or for other schemes the whole URI;
 * what is below a folder has its key followed by `/` and the path. Nothing here throws.
 */
export interface Files {
  /** The documents below a folder. */
  list(folder: string): Awaitable<Listing>;
  /**
   * The same of a folder in which little lies; undefined where there is more. Outside a repository, what is above a folder may
   * be a home folder. Absent where nothing above is looked at.
   */
  listSmall?(folder: string): Awaitable<Listing | undefined>;
  /**
   * A file's content, with a byte order mark if it has one; undefined where there is none.
   * @param within for a file that a document names the folder that no link may lead out of
   */
  read(file: string, within?: string): Awaitable<string | Unreadable | undefined>;
  /**
   * Whether a file is there that a document names, whatever it is; a pointer to a large file stands for that.
   * @param within the folder that no link may lead out of
   * @param sha256 the hash that its content should have, where that is to be judged
   */
  look(file: string, within: string, sha256: string | undefined): Awaitable<SourceState | Unreadable>;
  /**
   * Told before which files will be looked for with a hash. Absent where looking for one by one is as quick as for all.
   */
  lookAhead?(files: readonly string[]): void;
  /**
   * Whether a document that is made below a folder would be listed there: no link leads to it, and nothing has it ignored.
   * Absent where nobody can tell.
   * @param path relative to the folder, with `/`
   */
  wouldList?(folder: string, path: string): Awaitable<boolean>;
  /** The folder and those above it that may hold a program's root, nearest first. */
  upwards(folder: string): Awaitable<readonly string[]>;
}

/** Whether a name is that of a file that is kept beside documents: it has an ending, is none of them, and not hidden. */
export function isAttachment(name: string): boolean {
  return /^[^.].*\.[^.]+$/s.test(name) && !isDocument(name);
}

/**
 * Whether something in the folder of a name shows that what has the name would lie there: a file that is kept beside documents,
 * or for a name without an ending another folder.
 */
export function isKeptLike(
  name: string,
  other: { readonly name: string; readonly isFolder: boolean },
): boolean {
  if (!other.isFolder) return isAttachment(other.name);
  return !name.includes('.') && !other.name.startsWith('.');
}

/** Whether a key names something below a folder. */
export function isBelow(key: string, folder: string): boolean {
  return key.startsWith(folder) && (folder.endsWith('/') || key.charAt(folder.length) === '/');
}

/** The path, relative to a folder, of a key below it. */
export function pathBelow(key: string, folder: string): string {
  return key.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}

/** The key of a path below a folder; a path that leads up begins with `../`. */
export function below(folder: string, path: string): string {
  if (path.startsWith('../'))
    return below(folder.slice(0, folder.lastIndexOf('/')), path.slice('../'.length));
  return path === '' ? folder : folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}
