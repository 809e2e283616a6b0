import { layoutNamed } from '../../formats/layouts/layouts.ts';
import { sameShape } from '../../model/shape.ts';
import { sha256In } from '../../model/sourceFile.ts';
import type { LinkEntry } from '../link.ts';
import { MultiMap } from '../multiMap.ts';
import { dateIn, namesOf, type RecordEntry } from '../record.ts';
import {
  type DatedFile,
  type FileChange,
  pathsOfSource,
  type SourceFile,
  type SourceState,
} from '../sources.ts';
import { folderOf, type Touched } from '../touched.ts';
import { recordName } from './picture.ts';
import type { RecordIndex } from './programIndex.ts';

/** What names a file. */
type Naming = RecordEntry | LinkEntry;

interface TrackedFile extends SourceFile {
  readonly key: string;
  readonly namedBy: Set<Naming>;
  /** Undefined where nothing has been said of it yet. */
  state: SourceState | undefined;
  /** As it was said last: of another day of collection it says nothing. */
  change: FileChange | undefined;
}

/**
 * The files that evidence names or documents link to, and what is known of them. They are no documents of the program:
 * somebody who sees files looks for those that are wanted, and says what is there.
 */
export class Sources implements RecordIndex {
  readonly #files = new Map<string, TrackedFile>();
  readonly #of = new Map<Naming, TrackedFile>();
  /** By the folders of their paths. */
  readonly #inFolder = new MultiMap<TrackedFile>();
  readonly #wanted = new Set<TrackedFile>();
  /** Those that nothing may name any more. */
  readonly #left = new Set<TrackedFile>();

  /** What is known of the file that a record or link names; undefined where it names none, or nothing has been said of it. */
  stateOf(naming: Naming): SourceState | undefined {
    return this.#of.get(naming)?.state;
  }

  /** The other records that name the file that a record names. */
  sharing(entry: RecordEntry): readonly RecordEntry[] {
    const named = this.#of.get(entry)?.namedBy ?? [];
    return [...named].filter((one): one is RecordEntry => !('link' in one) && one !== entry);
  }

  /** What is known of a file, whoever asks. */
  stateAt(file: SourceFile): SourceState | undefined {
    return this.#files.get(keyOf(file))?.state;
  }

  /** The files that evidence names and says that it collected, by their paths. */
  get dated(): readonly DatedFile[] {
    return [...this.#files.values()].flatMap(file => {
      const collected = lastCollected(file);
      return collected === undefined ? [] : [{ file, collected }];
    });
  }

  /** How the file that a record names was changed after it was last collected; undefined where nobody has said so. */
  changeOf(entry: RecordEntry): FileChange | undefined {
    const file = this.#of.get(entry);
    return file?.change && file.change.collected === lastCollected(file) ? file.change : undefined;
  }

  /** The same, whoever asks. */
  changeAt(file: SourceFile): FileChange | undefined {
    return this.#files.get(keyOf(file))?.change;
  }

  /** Takes up a record or link; one that names no file is passed over. */
  set(naming: Naming, touched?: Touched): void {
    const named = 'link' in naming ? linkedFile(naming) : fileOf(naming);
    if (!named) return;
    const file = this.#files.get(keyOf(named)) ?? this.#begin(named);
    file.namedBy.add(naming);
    this.#of.set(naming, file);
    if (touched) this.#touchSharing(file, touched);
  }

  /** Lets a record or link go. What is known of its file stays until `tidy`, for it may come back changed elsewhere. */
  remove(naming: Naming, touched?: Touched): void {
    const file = this.#of.get(naming);
    if (!file) return;
    this.#of.delete(naming);
    file.namedBy.delete(naming);
    if (touched) this.#touchSharing(file, touched);
    if (file.namedBy.size === 0) this.#left.add(file);
  }

  /** Forgets the files that nothing names any more: they may change unseen. */
  tidy(): void {
    if (this.#left.size === 0) return;
    for (const file of this.#left) {
      if (file.namedBy.size > 0) continue;
      this.#files.delete(file.key);
      this.#wanted.delete(file);
      for (const path of file.paths) this.#inFolder.delete(folderOf(path), file);
    }
    this.#left.clear();
  }

  /** Whether any file is to be looked for. */
  get areWanted(): boolean {
    return this.#wanted.size > 0;
  }

  /** The files that are to be looked for; whoever takes them says with `set` what is there. */
  nextWanted(): readonly SourceFile[] {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    return wanted;
  }

  /**
   * Takes up what was found, and touches what names files for which that is news.
   * @param found files as they were taken; one that has been let go of since is passed over
   */
  setStates(found: Iterable<readonly [file: SourceFile, state: SourceState]>, touched: Touched): void {
    for (const [taken, state] of found) {
      const file = this.#files.get(keyOf(taken));
      if (file !== taken || !file || file.state === state) continue;
      file.state = state;
      for (const naming of file.namedBy) touch(naming, touched);
    }
  }

  /**
   * Takes up how files were changed after they were collected, and touches what names files for which that is news.
   * @param found files as they were taken; one that has been let go of since is passed over
   */
  setChanges(
    found: Iterable<readonly [file: SourceFile, change: FileChange | undefined]>,
    touched: Touched,
  ): void {
    for (const [taken, change] of found) {
      const file = this.#files.get(keyOf(taken));
      if (!file || sameShape(file.change, change)) continue;
      file.change = change;
      for (const naming of file.namedBy) touch(naming, touched);
    }
  }

  /**
   * Something has been made, changed or deleted at a path: what lies there or below it is to be looked for again, and what was
   * not there in a folder around it.
   */
  fileChanged(path: string): void {
    for (const folder of this.#inFolder.keys()) {
      const isBelow = folder === path || folder.startsWith(`${path}/`);
      const isAround = folder === '' || path.startsWith(`${folder}/`);
      if (!isBelow && !isAround) continue;
      for (const file of this.#inFolder.get(folder)) {
        const isFound = file.state === 'there' || file.state === 'differs';
        if (isBelow || !isFound || file.paths.some(own => standsFor(path, own))) this.#wanted.add(file);
      }
    }
  }

  touchAll(touched: Touched): void {
    for (const naming of this.#of.keys()) touch(naming, touched);
  }

  picture(): unknown {
    return [...this.#files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { namedBy, state = 'unknown', change }]) => {
        const naming = [...namedBy].map(one => ('link' in one ? one.from : recordName(one)));
        return [key, state, change, naming.sort()];
      });
  }

  /** What is said of the records of a file depends on which others name it. */
  #touchSharing({ namedBy }: TrackedFile, touched: Touched): void {
    for (const naming of namedBy) if (!('link' in naming)) touch(naming, touched);
  }

  #begin(named: SourceFile): TrackedFile {
    const file: TrackedFile = {
      ...named,
      key: keyOf(named),
      namedBy: new Set(),
      state: undefined,
      change: undefined,
    };
    this.#files.set(file.key, file);
    this.#wanted.add(file);
    for (const path of file.paths) this.#inFolder.add(folderOf(path), file);
    return file;
  }
}

/** The last day on which a record that names a file says that it was collected. */
function lastCollected({ namedBy }: TrackedFile): string | undefined {
  const days = [...namedBy].flatMap(one =>
    'link' in one ? [] : (dateIn(one.shape.values, 'collected') ?? []),
  );
  return days.sort().at(-1);
}

function touch(naming: Naming, touched: Touched): void {
  if ('link' in naming) touched.paths.add(naming.to);
  else for (const key of namesOf(naming.shape)) touched.records.add(key);
}

function keyOf({ paths, sha256 = '' }: SourceFile): string {
  return [sha256, ...paths].join('\n');
}

/** Whether what is at a path says that a file is there: itself, what is in it where it is a folder, or the pointer that DVC leaves. */
function standsFor(path: string, file: string): boolean {
  return path === file || path === `${file}.dvc` || path.startsWith(`${file}/`);
}

/** The file that a record names; only of evidence that counts, in a format whose files lie where it says, it is known to be one. */
function fileOf({ path, shape, format }: RecordEntry): SourceFile | undefined {
  const { source, sha256 } = shape.values;
  if (!source || shape.kind !== 'evidence' || shape.standing !== 'counts') return undefined;
  if (!layoutNamed(format).holdsFiles) return undefined;
  const named = pathsOfSource(source.text, path);
  if (named.length === 0) return undefined;
  return { paths: inEitherForm(named), sha256: sha256 && sha256In(sha256.text) };
}

/**
 * The file that a link leads to. Whether there is a document at its end is known otherwise, but for pages that are no records
 * where a site has its root.
 */
function linkedFile({ to, link, others }: LinkEntry): SourceFile | undefined {
  const paths = link.isFile ? [to] : others;
  return paths && { paths: inEitherForm(paths), sha256: undefined };
}

/** Paths as they are written, and with their accents composed and decomposed: file systems differ. */
function inEitherForm(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap(one => [one, one.normalize('NFC'), one.normalize('NFD')]))];
}
