import { madeOf } from '../../core/formats/layouts/endings.ts';
import { programMarkers } from '../../core/formats/layouts/layouts.ts';
import type { SourceFile } from '../../core/program/sources.ts';
import type { ProgramFolder } from '../discover.ts';
import { below, isBelow } from '../files.ts';
import type { ProgramHost, ReadDocument } from '../programHost.ts';
import type { CachedFacts } from './cachedFacts.ts';

/** A document that was read, and the buffer it was read from, if it was open. */
export interface Reading {
  readonly key: string;
  readonly buffer: string | undefined;
  readonly document: ReadDocument;
}

/** A program of an open folder: its files as they were last listed, and how far it has been read. */
export class KeptProgram {
  readonly host: ProgramHost;
  /** Whether everything has been read once: only then it is judged. */
  isWhole = false;
  /** What an earlier run read; undefined once the program is whole, or where nothing is cached. */
  cached: CachedFacts | undefined;
  /** Files that could not be read. */
  readonly unreadFiles = new Set<string>();
  /** Files that evidence names or documents link to, with their paths at which something is that cannot be read. */
  readonly #unreadSources = new Map<
    string,
    { readonly file: SourceFile; readonly paths: readonly string[] }
  >();
  /** Documents that were read and wait to be taken up together. */
  #readings: Reading[] = [];
  #listed: Set<string>;
  /** Sources of its documents that lie beside them, as they were last listed. */
  #sources: ReadonlySet<string>;
  /** What is made of these sources. */
  #made: ReadonlySet<string>;
  /** Folders and ignore files that cannot be read, as they were last listed. */
  #unlistable: readonly string[];

  constructor(host: ProgramHost) {
    this.host = host;
    this.#listed = new Set(host.folder.paths);
    this.#sources = new Set(host.folder.sources);
    this.#made = new Set(madeOfAll(host.folder.sources));
    this.#unlistable = host.folder.unreadable;
  }

  get root(): string {
    return this.host.folder.root;
  }

  /** The paths of its files, as they were last listed. */
  get listed(): ReadonlySet<string> {
    return this.#listed;
  }

  /** Takes in a new list of its files; gives the paths of those that came and those that went. */
  relist({ paths, sources, unreadable }: ProgramFolder): {
    readonly added: readonly string[];
    readonly gone: readonly string[];
  } {
    const before = this.#listed;
    const listed = new Set(paths);
    this.#listed = listed;
    this.#sources = new Set(sources);
    this.#made = new Set(madeOfAll(sources));
    this.#unlistable = unreadable;
    for (const path of [...this.unreadFiles]) if (!listed.has(path)) this.unreadFiles.delete(path);
    return {
      added: paths.filter(path => !before.has(path)),
      gone: [...before].filter(path => !listed.has(path)),
    };
  }

  /** Whether a file is the source of a document beside it, and so not a document. */
  isSource(path: string): boolean {
    return this.#sources.has(path);
  }

  /** Whether a file is made of a source that becomes a document once the file is gone. */
  hasSource(path: string): boolean {
    return this.#made.has(path);
  }

  /** A file turned out not to be there. */
  unlist(path: string): void {
    this.#listed.delete(path);
  }

  /** Whether a file at its root makes it a program, whatever else is in it. */
  get isMarked(): boolean {
    return programMarkers.some(name => this.#listed.has(name));
  }

  /** Whether a key is its root, or a folder above that or with one of its files. */
  isAtOrBelow(key: string): boolean {
    if (this.root === key || isBelow(this.root, key)) return true;
    const listed = isBelow(key, this.root) ? [...this.#listed] : [];
    return listed.some(path => isBelow(below(this.root, path), key));
  }

  /** Takes note of the paths of a file that evidence names or a document links to at which it could not be read. */
  sourceUnread(file: SourceFile, paths: readonly string[]): void {
    const key = JSON.stringify([file.paths, file.sha256]);
    if (paths.length > 0) this.#unreadSources.set(key, { file, paths });
    else this.#unreadSources.delete(key);
  }

  /** Folders (their paths end in `/`) and files that cannot be read, sorted. */
  get unreadable(): readonly string[] {
    const { sources } = this.host.engine.program;
    // A file that nothing names any more is not missed.
    const named = [...this.#unreadSources.values()].filter(({ file }) => sources.stateAt(file) !== undefined);
    return [...new Set([...this.#missed, ...named.flatMap(({ paths }) => paths)])].sort();
  }

  /** Whether every record is known. A file that evidence names is no document: nothing that seems to be absent can be in it. */
  get isComplete(): boolean {
    return this.#missed.length === 0;
  }

  /** Folders and documents that cannot be read. */
  get #missed(): readonly string[] {
    const { host } = this;
    // Of what the manifest has read otherwise by now, or not at all, nothing is missed.
    const documents = [...this.unreadFiles].filter(path => host.roleOf(path));
    return [...this.#unlistable.filter(path => host.mayHold(path)), ...documents];
  }

  /** How many documents wait to be taken up. */
  get waiting(): number {
    return this.#readings.length;
  }

  addReading(reading: Reading): void {
    this.#readings.push(reading);
  }

  /** Gives documents that wait, the first ones, and forgets them. */
  nextReadings(most = this.#readings.length): readonly Reading[] {
    return this.#readings.splice(0, most);
  }
}

function madeOfAll(sources: readonly string[] = []): readonly string[] {
  return sources.flatMap(source => madeOf(source) ?? []);
}
