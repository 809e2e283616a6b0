import { type Files, isAttachment, isBelow, pathBelow } from './files.ts';
import { GitProblem, git } from './git.ts';
import { hasHash, mostHashed } from './hasHash.ts';
import { documentsIn, type Tree, type TreeEntry } from './listing.ts';
import { atOnce } from './steps.ts';

/** The files of a commit by their paths, relative to the repository's root, and the folders they are in. */
interface CommitTree {
  /** The ids of files. */
  readonly files: ReadonlyMap<string, string>;
  /** What is in each folder; folders end in `/` but the root, ''. */
  readonly folders: ReadonlyMap<string, readonly TreeEntry[]>;
}

/**
 * The files of the repository of a folder as a revision has them, listed and read as those on disk are: by keys in the folder
 * where they would lie. A folder is not looked above.
 * @throws GitProblem where there is no repository or no such revision
 */
export function commitFiles(folder: string, revision: string): Files {
  const top = line(git(folder, ['rev-parse', '--show-toplevel']));
  if (top === undefined) throw new GitProblem(`${folder} is in no git repository that git reads.`);
  const commit = revision.startsWith('-')
    ? undefined
    : line(git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]));
  if (commit === undefined) {
    throw new GitProblem(
      `there is no revision ${revision} here. A build server that fetches little has to fetch it first.`,
    );
  }
  const tree = readTree(top, commit);
  const contents = new Map<string, string>();
  const read = (paths: readonly string[]) => {
    const wanted = paths.filter(path => !contents.has(path) && tree.files.has(path));
    for (const [path, content] of readBlobs(top, tree, wanted)) contents.set(path, content);
  };
  const pathOf = (key: string) => (key === top ? '' : isBelow(key, top) ? pathBelow(key, top) : undefined);
  const readOne = (path: string | undefined) => {
    if (path === undefined) return undefined;
    read([path]);
    return contents.get(path);
  };
  const listed: Tree = {
    entries: path => tree.folders.get(path),
    ignoreFile: path => readOne(`${path}.gitignore`),
  };
  return {
    list(key) {
      const path = pathOf(key);
      if (path === undefined) return [];
      const base = path === '' ? '' : `${path}/`;
      const documents = atOnce(documentsIn(listed, base));
      // All at once, for each call of git takes its time.
      read(documents.map(document => base + document));
      return documents;
    },
    read: key => readOne(pathOf(key)),
    look(key, _within, sha256) {
      const path = pathOf(key);
      const name = path?.slice(path.lastIndexOf('/') + 1);
      const entries =
        path === undefined ? undefined : tree.folders.get(path.slice(0, path.length - (name?.length ?? 0)));
      if (path === undefined || !entries) return 'unknown';
      const id = tree.files.get(path);
      if (id !== undefined && sha256 !== undefined && hasOther(top, id, sha256)) return 'differs';
      // DVC leaves a pointer beside.
      const isThere =
        id !== undefined || entries.some(one => one.name === name || one.name === `${name}.dvc`);
      if (isThere) return 'there';
      return entries.some(one => one.is !== 'folder' && isAttachment(one.name)) ? 'missing' : 'unknown';
    },
    upwards: key => [key],
  };
}

function line(output: Buffer | undefined): string | undefined {
  return output?.toString('utf8').replace(/\r?\n$/, '');
}

/** Links (mode 120000) and other repositories (160000) are no files. */
function readTree(top: string, commit: string): CommitTree {
  const output = git(top, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (!output) throw new GitProblem(`the files of ${commit} cannot be listed.`);
  const files = new Map<string, string>();
  const folders = new Map<string, TreeEntry[]>([['', []]]);
  const folderAt = (path: string): TreeEntry[] => {
    const known = folders.get(path);
    if (known) return known;
    const own: TreeEntry[] = [];
    folders.set(path, own);
    const parent = path.slice(0, path.slice(0, -1).lastIndexOf('/') + 1);
    folderAt(parent).push({ name: path.slice(parent.length, -1), is: 'folder' });
    return own;
  };
  for (const record of output.toString('utf8').split('\0')) {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(record) ?? [];
    if (mode === undefined || id === undefined || path === undefined) continue;
    const isFile = mode.startsWith('100');
    if (isFile) files.set(path, id);
    const name = path.slice(path.lastIndexOf('/') + 1);
    folderAt(path.slice(0, path.length - name.length)).push({ name, is: isFile ? 'file' : 'other' });
  }
  return { files, folders };
}

/** Whether a file surely has another hash; one that is not in this clone may have any. */
function hasOther(top: string, id: string, sha256: string): boolean {
  const size = Number(line(git(top, ['cat-file', '-s', id])) ?? Number.NaN);
  const bytes = size <= mostHashed ? git(top, ['cat-file', 'blob', id]) : undefined;
  return bytes !== undefined && hasHash(bytes, sha256) === false;
}

/** The contents of files, by `git cat-file --batch`: for each a line `id blob size`, then the content and a line end. */
function readBlobs(top: string, tree: CommitTree, paths: readonly string[]): Map<string, string> {
  const contents = new Map<string, string>();
  if (paths.length === 0) return contents;
  const ids = paths.map(path => tree.files.get(path) ?? '');
  const output = git(top, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  if (!output) throw new GitProblem('the files of the revision cannot be read.');
  let at = 0;
  for (const path of paths) {
    const end = output.indexOf(10, at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString('latin1', at, end)) ?? [];
    at = end + 1;
    // Nothing is fetched for a partial clone.
    if (size === undefined) throw new GitProblem(`${path} is not in this clone. Fetch the whole revision.`);
    contents.set(path, output.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
