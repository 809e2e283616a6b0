import { readDate } from '../core/text/calendar.ts';
import { Blobs, blobHashes } from './blobs.ts';
import type { FolderEntry } from './disk/folderEntries.ts';
import { type Files, isBelow, isKeptLike, pathBelow } from './files.ts';
import { GitProblem, git, gitFailed, NoRepository } from './git.ts';
import { documentsIn, type Tree } from './listing.ts';
import { atOnce } from './steps.ts';

/** The files of a commit by their paths, relative to the repository's root, and the folders they are in. */
interface CommitTree {
  /** The ids of files. */
  readonly files: ReadonlyMap<string, string>;
  /** What is in each folder; folders end in `/` but the root, ''. */
  readonly folders: ReadonlyMap<string, readonly FolderEntry[]>;
}

/** No system has longer paths (PATH_MAX of Linux); a tree of git may nest without end. */
const longestPath = 4096;
/** One tree may stand in many places of another, so that a small repository has files without number. */
const mostEntries = 2_000_000;
/** The list of a million files has about so many bytes. */
const mostListed = 1 << 27;

/** The files of a commit. */
export interface CommitFiles extends Files {
  /** The root of the repository. */
  readonly top: string;
  /** The id of the commit. */
  readonly commit: string;
  read(file: string): string | undefined;
  /** What is at a key; a link and another repository are nothing. */
  thingAt(key: string): 'file' | 'folder' | undefined;
}

/**
 * The files of the repository of a folder as a revision has them, listed and read as those on disk are: by keys in the folder
 * where they would lie.
 * @throws GitProblem where there is no repository or no such revision, here and while it is read
 */
export function commitFiles(folder: string, revision: string): CommitFiles {
  const { top, isShallow } = repositoryOf(folder);
  const commit = commitOf(top, revision, isShallow);
  const tree = readTree(top, commit, revision);
  const blobs = new Blobs(top, revision);
  /** Those of the contents of files; undefined for one that nobody can tell. */
  const hashes = new Map<string, readonly (string | undefined)[] | undefined>();
  const pathOf = (key: string) => (key === top ? '' : isBelow(key, top) ? pathBelow(key, top) : undefined);
  const readOne = (path: string | undefined) => {
    const id = path === undefined ? undefined : tree.files.get(path);
    if (path === undefined || id === undefined) return undefined;
    blobs.read([[path, id]]);
    return blobs.text(id);
  };
  const readHashes = (ids: readonly string[]) => {
    const read = blobHashes(
      top,
      ids.filter(id => !hashes.has(id)),
    );
    for (const id of ids) hashes.set(id, hashes.get(id) ?? read.get(id));
  };
  const listed: Tree = {
    *entries(path) {
      yield* tree.folders.get(path) ?? [];
      return undefined;
    },
    ignoreFile: path => readOne(`${path}.gitignore`),
  };
  return {
    top,
    commit,
    thingAt(key) {
      const path = pathOf(key);
      if (path === undefined) return undefined;
      if (tree.files.has(path)) return 'file';
      return tree.folders.has(path === '' ? '' : `${path}/`) ? 'folder' : undefined;
    },
    list(key) {
      const path = pathOf(key);
      if (path === undefined) return { documents: [], unreadable: [] };
      const base = path === '' ? '' : `${path}/`;
      const listing = atOnce(documentsIn(listed, base));
      // All at once, for each call of git takes its time.
      blobs.read(listing.documents.map(document => [base + document, tree.files.get(base + document) ?? '']));
      return listing;
    },
    read: key => readOne(pathOf(key)),
    lookAhead(keys) {
      readHashes(keys.flatMap(key => tree.files.get(pathOf(key) ?? '') ?? []));
    },
    look(key, _within, sha256) {
      const path = pathOf(key);
      const name = path?.slice(path.lastIndexOf('/') + 1);
      const entries =
        path === undefined ? undefined : tree.folders.get(path.slice(0, path.length - (name?.length ?? 0)));
      if (path === undefined || !entries) return 'unknown';
      const id = tree.files.get(path);
      if (id !== undefined && sha256 !== undefined) {
        readHashes([id]);
        if (isOther(hashes.get(id), sha256)) return 'differs';
      }
      // DVC leaves a pointer beside.
      const isThere =
        id !== undefined || entries.some(one => one.name === name || one.name === `${name}.dvc`);
      if (isThere) return 'there';
      const isKept = entries.some(one =>
        isKeptLike(name ?? '', { name: one.name, isFolder: one.is === 'folder' }),
      );
      return isKept ? 'missing' : 'unknown';
    },
    upwards: key => foldersUp(key, top),
  };
}

/** A folder of a repository and those around it, up to its root. */
function foldersUp(key: string, top: string): readonly string[] {
  return isBelow(key, top) ? [key, ...foldersUp(key.slice(0, key.lastIndexOf('/')), top)] : [key];
}

/**
 * The calendar date on which a commit was made, where it was made.
 * @throws GitProblem where git does not tell it
 */
export function commitDay(top: string, commit: string): string {
  const purpose = `read the date of commit ${commit}`;
  const { output, complaint } = git(top, purpose, ['rev-list', '--max-count=1', '--format=%cs', commit]);
  const day = readDate(output?.toString('utf8').trimEnd().split('\n').at(-1) ?? '');
  if (day === undefined) throw gitFailed(purpose, complaint?.line ?? 'it gave no date');
  return day;
}

/** The repository that a folder is in: where its files lie, and whether it lacks a part of its history. */
function repositoryOf(folder: string): { readonly top: string; readonly isShallow: boolean } {
  const purpose = `find the repository of ${folder}`;
  const { output, complaint } = git(folder, purpose, [
    'rev-parse',
    '--is-shallow-repository',
    '--show-toplevel',
  ]);
  // A path may have line ends.
  const [, isShallow, top] = /^(true|false)\r?\n([\s\S]+?)\r?\n$/.exec(output?.toString('utf8') ?? '') ?? [];
  if (top !== undefined) return { top, isShallow: isShallow === 'true' };
  if (complaint?.trust !== undefined) {
    throw new GitProblem(
      `git does not read the repository of ${folder}, because it belongs to another user (${complaint.line}). If you trust it, run: ${complaint.trust}`,
    );
  }
  throw new NoRepository(
    `${folder} is not in a git repository that git reads (${complaint?.line ?? 'it gave no folder'}).`,
  );
}

/** The id of the commit that a revision names. */
function commitOf(top: string, revision: string, isShallow: boolean): string {
  // Git takes no such name for one, and would take it for an option.
  if (revision.startsWith('-'))
    throw new GitProblem(`revision ${revision} does not exist: a name cannot start with -.`);
  const { output, complaint } = git(top, `find the revision ${revision}`, [
    'rev-parse',
    '--verify',
    `${revision}^{commit}`,
  ]);
  const [commit] = /^[0-9a-f]{40,}(?=\r?\n$)/.exec(output?.toString('utf8') ?? '') ?? [];
  if (commit !== undefined) return commit;
  const remedy = isShallow
    ? 'This clone has only a part of the history. Fetch the rest with `git fetch --unshallow`.'
    : 'If it exists elsewhere, fetch it first; `git log` lists the revisions in this repository.';
  throw new GitProblem(
    `revision ${revision} does not exist in this repository (${complaint?.line ?? 'git gave no id'}). ${remedy}`,
  );
}

/** Links (mode 120000) and other repositories (160000) are no files. */
function readTree(top: string, commit: string, revision: string): CommitTree {
  const purpose = `list the files of ${revision}`;
  const { output, complaint } = git(top, purpose, ['ls-tree', '-r', '-z', '--full-tree', commit], {
    most: mostListed,
  });
  if (!output) throw gitFailed(purpose, complaint.line);
  const files = new Map<string, string>();
  const root: FolderEntry[] = [];
  const folders = new Map([['', root]]);
  let count = 0;
  const entriesOf = (folder: string): FolderEntry[] => {
    let entries = folders.get(folder);
    if (entries) return entries;
    entries = root;
    for (let start = 0, end: number; (end = folder.indexOf('/', start)) !== -1; start = end + 1) {
      const path = folder.slice(0, end + 1);
      let inner = folders.get(path);
      if (!inner) {
        count++;
        folders.set(path, (inner = []));
        entries.push({ name: folder.slice(start, end), is: 'folder' });
      }
      entries = inner;
    }
    return entries;
  };
  for (let start = 0, end: number; (end = output.indexOf(0, start)) !== -1; start = end + 1) {
    if (end - start > longestPath + 100) {
      throw new GitProblem(
        `${revision} has a path of more than ${longestPath} bytes, which no system can store. Use a revision without such a path.`,
      );
    }
    const record = output.toString('utf8', start, end);
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(record) ?? [];
    if (mode === undefined || id === undefined || path === undefined)
      throw gitFailed(purpose, 'it wrote an invalid tree entry');
    // A step without a name leads nowhere on any system.
    if (/(?:^|\/)\//.test(path)) continue;
    const isFile = mode.startsWith('100');
    if (isFile) files.set(path, id);
    const name = path.slice(path.lastIndexOf('/') + 1);
    entriesOf(path.slice(0, path.length - name.length)).push({ name, is: isFile ? 'file' : 'link' });
    if (++count > mostEntries) {
      throw new GitProblem(
        `${revision} has more than ${mostEntries} files and folders. Tickmark cannot read a revision that large.`,
      );
    }
  }
  return { files, folders };
}

/** Whether a file surely has another hash than one; one that is not in this clone may have any. */
function isOther(hashes: readonly (string | undefined)[] | undefined, sha256: string): boolean {
  return hashes !== undefined && !hashes.includes(undefined) && !hashes.includes(sha256);
}
