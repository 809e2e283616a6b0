import type { DatedFile, FileChange, SourceFile, SourceState } from '../core/program/sources.ts';
import { readDate } from '../core/text/calendar.ts';
import { blobHashes } from './blobs.ts';
import { changeAfter, comparedFor, type FileCommit } from './fileChanges.ts';
import { GitProblem, git } from './git.ts';

/** What was told of files, and whether that is all. */
interface Changes {
  readonly found: readonly (readonly [file: SourceFile, change: FileChange | undefined])[];
  readonly isWhole: boolean;
}

/** More commits are not looked at. */
const mostCommits = 20_000;
/** So many folders are named to git; of more, the whole program is looked through. */
const mostFolders = 200;

/**
 * What the repository of a program knows of the files that evidence names: a few calls of git, however many files. What git cannot
 * tell is not known, and nothing is thrown.
 */
export class ProgramRepository {
  readonly #root: string;
  readonly #revision: string;
  #lacks: string | undefined;
  #state: string | undefined;
  #wasIndexRead = false;

  /**
   * @param root the folder of the program
   * @param revision up to which its history is looked at
   */
  constructor(root: string, revision = 'HEAD') {
    this.#root = root;
    this.#revision = revision;
  }

  /** Why not all of the history of the files was looked at, as a sentence; undefined where all was, or nothing was asked for. */
  get lacks(): string | undefined {
    return this.#lacks;
  }

  /** What the answer to `changes` depends on (see `stateOfRepository`); undefined where nothing was asked for. */
  get state(): string | undefined {
    return this.#state;
  }

  /** Whether something was told that depends on what is staged. */
  get wasIndexRead(): boolean {
    return this.#wasIndexRead;
  }

  /**
   * What was found of files on disk, judged by what git has where that is something else: a filter of the repository or an encoding can
   * have written another content to the disk than the one that is committed or staged.
   */
  judged(
    found: readonly (readonly [file: SourceFile, state: SourceState])[],
  ): readonly (readonly [file: SourceFile, state: SourceState])[] {
    const differing = found.filter(([, state]) => state === 'differs');
    if (differing.length === 0) return found;
    this.#wasIndexRead = true;
    const staged = this.#staged(new Set(differing.flatMap(([file]) => file.paths)));
    const hashes = quietly(() => blobHashes(this.#root, staged.values())) ?? new Map();
    const hasHash = ({ paths, sha256 }: SourceFile) =>
      sha256 !== undefined && paths.some(path => hashes.get(staged.get(path) ?? '')?.includes(sha256));
    return found.map(([file, state]) => [file, state === 'differs' && hasHash(file) ? 'there' : state]);
  }

  /** How files were changed after they were collected. */
  changes(files: readonly DatedFile[]): Changes {
    if (files.length === 0) return { found: [], isWhole: true };
    const none = files.map(({ file }) => [file, undefined] as const);
    try {
      this.#state = stateOfRepository(this.#root, this.#revision);
      const [, isShallow, commit] = /^(true|false)\r?\n([0-9a-f]{40,})\r?\n$/.exec(this.#state) ?? [];
      if (commit === undefined) {
        this.#lacks = `git has no history of this folder (${this.#state.trim()}).`;
        return { found: none, isWhole: false };
      }
      if (isShallow === 'true')
        this.#lacks =
          'this clone has only a part of the history. Fetch the rest with `git fetch --unshallow`.';
      const commits = this.#commitsOf(files, commit);
      const compared = files.flatMap(one => comparedFor(one, commits.get(one) ?? []));
      const isSame = sameContent(blobHashes(this.#root, compared));
      const found = files.map(
        one => [one.file, changeAfter(one.collected, commits.get(one) ?? [], isSame)] as const,
      );
      return { found, isWhole: this.#lacks === undefined };
    } catch (error) {
      if (!(error instanceof GitProblem)) throw error;
      this.#lacks = error.message;
      return { found: none, isWhole: false };
    }
  }

  /** The ids of the contents of files as they are staged, by their paths. */
  #staged(paths: ReadonlySet<string>): ReadonlyMap<string, string> {
    const output = quietly(() => git(this.#root, 'list the files', ['ls-files', '-s', '-z']).output);
    const staged = new Map<string, string>();
    for (const record of output?.toString('utf8').split('\0') ?? []) {
      const [, id, path] = /^100\d+ ([0-9a-f]+) 0\t([\s\S]+)$/.exec(record) ?? [];
      if (id !== undefined && path !== undefined && paths.has(path)) staged.set(path, id);
    }
    return staged;
  }

  /** The commits that changed files which were there before, the newest first. A file that was moved is followed. */
  #commitsOf(files: readonly DatedFile[], commit: string): ReadonlyMap<DatedFile, readonly FileCommit[]> {
    const folders = foldersOf(files);
    const purpose = 'read the history of evidence';
    // Merges bring together what other commits did.
    const revs = git(
      this.#root,
      purpose,
      ['rev-list', '--no-merges', '--topo-order', `--max-count=${mostCommits}`, '--stdin'],
      { input: [commit, '--', ...folders, ''].join('\n') },
    );
    const list = revs.output
      ? git(this.#root, purpose, diffTree, { input: revs.output.toString('latin1') })
      : revs;
    if (!list.output) throw new GitProblem(`git could not ${purpose} (${list.complaint.line}).`);
    if (revs.output?.toString('latin1').trimEnd().split('\n').length === mostCommits)
      this.#lacks ??= `only the last ${mostCommits} commits were looked at.`;
    return follow(files, list.output.toString('utf8'));
  }
}

/** For each commit a record of our form, and of each file that it changed two: what was done, and the path below the program. */
const diffTree = [
  ...['diff-tree', '--stdin', '-r', '--root', '-z', '--raw', '--no-abbrev', '--no-renames', '--relative'],
  ...['--no-ext-diff', '--no-textconv', '--format=commit %H %at %ct %as'],
];

/**
 * What the history of files depends on: whether a part of it is missing, and the commit up to which it is looked at; else why there
 * is none.
 * @throws GitProblem where git cannot be run
 */
export function stateOfRepository(root: string, revision = 'HEAD'): string {
  const { output, complaint } = git(root, 'find the repository', [
    'rev-parse',
    '--is-shallow-repository',
    '--verify',
    `${revision}^{commit}`,
  ]);
  return output?.toString('utf8') ?? complaint?.line ?? '';
}

/** The outermost folders of files, relative to the program: within them, files are followed where they were moved. */
function foldersOf(files: readonly DatedFile[]): readonly string[] {
  const folders = new Set(
    files.flatMap(({ file }) => file.paths.map(path => path.slice(0, path.indexOf('/') + 1))),
  );
  const isLine = [...folders].every(folder => folder !== '' && !/[\r\n]/.test(folder));
  return isLine && folders.size <= mostFolders ? [...folders] : ['.'];
}

/** A path that is followed through history. */
interface Followed {
  /** Whether there is a file at the end; undefined where nothing was said of it. */
  isThere: boolean | undefined;
  readonly commits: FileCommit[];
}

/** Takes the commits of files out of what diff-tree wrote: of each those of the first of its paths at which there is a file. */
function follow(files: readonly DatedFile[], written: string): ReadonlyMap<DatedFile, readonly FileCommit[]> {
  const paths = new Set(files.flatMap(({ file }) => file.paths));
  const byPath = new Map([...paths].map(path => [path, { isThere: undefined, commits: [] } as Followed]));
  /** By where they were at the commit that is looked at. */
  const at = new Map([...byPath].map(([path, one]) => [path, [one]]));
  for (const { entries, ...commit } of commitsIn(written)) {
    const [gone, kept] = [entries.filter(isDeletion), entries.filter(one => !isDeletion(one))];
    const deleted = new Map(gone.map(({ before, path }) => [before, path]));
    // What was moved to where something was deleted is followed from there.
    for (const { done, before, after, path } of [...gone, ...kept]) {
      const here = at.get(path) ?? [];
      for (const one of here) one.isThere ??= done === 'M' || done === 'A';
      if (done === 'M') {
        for (const one of here) one.commits.push({ ...commit, before, after });
        continue;
      }
      // It began here, or was something else before: unless it was moved here as it was, this is its first version.
      at.delete(path);
      const from = done === 'A' ? deleted.get(after) : undefined;
      if (from !== undefined && here.length > 0) at.set(from, [...(at.get(from) ?? []), ...here]);
    }
  }
  const commitsOf = ({ file }: DatedFile) =>
    file.paths.map(path => byPath.get(path)).find(one => one?.isThere)?.commits ?? [];
  return new Map(files.map(one => [one, commitsOf(one)]));
}

interface Commit extends Pick<FileCommit, 'id' | 'at' | 'on'> {
  readonly entries: readonly Entry[];
}

interface Entry {
  /** A letter of git-diff(1): M for modified, A for added, D for deleted, T for something else than a file. */
  readonly done: string;
  readonly before: string;
  readonly after: string;
  readonly path: string;
}

function isDeletion({ done }: Entry): boolean {
  return done === 'D';
}

function* commitsIn(written: string): Generator<Commit> {
  let commit: (Commit & { readonly entries: Entry[] }) | undefined;
  const records = written.split('\0');
  for (let i = 0; i < records.length; i++) {
    const record = records[i]?.replace(/^\n/, '') ?? '';
    const [, id, author, committer, on] = /^commit ([0-9a-f]+) (-?\d+) (-?\d+) (\S*)$/.exec(record) ?? [];
    if (id !== undefined) {
      if (commit) yield commit;
      const time = Math.min(Number(author), Number(committer));
      commit = { id, at: time, on: readDate(on ?? '') ?? '', entries: [] };
      continue;
    }
    const [, from, to, before, after, done] =
      /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/.exec(record) ?? [];
    const path = records[i + 1];
    if (!commit || path === undefined || before === undefined || after === undefined) continue;
    i++;
    const isFile = [from, to].every(mode => mode === '000000' || mode?.startsWith('100'));
    commit.entries.push({ done: isFile ? (done ?? '') : 'T', before, after, path });
  }
  if (commit) yield commit;
}

/** Whether two contents are the same; where that cannot be told, they are taken to be. */
function sameContent(hashes: ReturnType<typeof blobHashes>): (one: string, other: string) => boolean {
  return (one, other) => {
    const [own, others] = [hashes.get(one), hashes.get(other)];
    if (one === other || !own || !others || own.includes(undefined) || others.includes(undefined))
      return true;
    return own.some(hash => others.includes(hash));
  };
}

/** What something gives, or nothing where git can do nothing. */
function quietly<Value>(ask: () => Value): Value | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GitProblem) return undefined;
    throw error;
  }
}
