import { isDocument } from '../core/formats/layouts/endings.ts';
import { markerPattern, programMarkers, tellingFolderPattern } from '../core/formats/layouts/layouts.ts';
import { manifestName, type Role } from '../core/formats/role.ts';
import type { SourceFile, SourceState } from '../core/program/sources.ts';
import { discover, type ProgramFolder } from './discover.ts';
import { type Awaitable, below, contentOf, type Files, isBelow, pathBelow, unreadable } from './files.ts';
import { lookFor } from './lookFor.ts';
import { manifestFirst } from './manifestFirst.ts';
import { ProgramHost, type ReadDocument } from './programHost.ts';
import { type Pausing, slice } from './steps.ts';

/** What the workspace needs of the world around it. */
export interface Surroundings extends Pausing {
  readonly files: Files;
  /** The calendar date that stands for today. */
  readonly today: () => string;
  /** What is known from earlier of the documents of a program, by its root; undefined where nothing is kept. */
  readonly knownFacts?: (root: string) => Promise<KnownFacts | undefined>;
}

/** Documents as they were read before, for a program that is read for the first time. */
export interface KnownFacts {
  /** Whether a document is known in this role, if it has not changed. */
  readonly isKnown: (path: string, role: Role) => boolean;
  /** Says which documents that are not known will be read, in this order; another thread may begin with them. */
  readonly readAhead: (items: readonly { readonly path: string; readonly role: Role }[]) => void;
  /** Says that a file has changed: what may have been read of it ahead is not to be believed. */
  readonly forget: (path: string) => void;
  /** A document as it is on disk, whether it had to be read or was known; undefined where it cannot be read. */
  readonly read: (path: string, role: Role) => Awaitable<ReadDocument | undefined>;
  /** Keeps for the next time what was read, of these paths alone. */
  readonly keep: (paths: ReadonlySet<string>) => Promise<void>;
}

/** Told of what changes; calls come in the middle of the work and should only take note. */
export interface WorkspaceListener {
  /**
   * The findings of these documents (keys) may have changed, and with them anything about their programs.
   * @param edited the document whose buffer was opened or edited, where that is why
   */
  changed(keys: Iterable<string>, edited?: string): void;
  /** How far indexing is; undefined when it is over. */
  indexing(progress: { readonly done: number; readonly all: number } | undefined): void;
}

/** A document's program and its path there. */
export interface Place {
  readonly host: ProgramHost;
  readonly path: string;
}

/** A document that was read, and the buffer it was read from, if it was open. */
interface Reading {
  readonly key: string;
  readonly buffer: string | undefined;
  readonly document: ReadDocument;
}

/** How many documents are taken up before the time is looked at. */
const handful = 20;

const marker = new RegExp(`(?:^|/)(?:${markerPattern})$`);
const tellingFolder = new RegExp(`/(?:${tellingFolderPattern})/`);
const passedOver = /\/(?:\.(?!gitignore$)[^/]*|node_modules)(?:\/|$)/;

/**
 * The programs of the folders that are open, kept up to date with the editor's buffers and the files on disk: after any
 * changes they are what they would be if they were read anew. A buffer goes before its file, but what belongs to a
 * program the files say. Documents are named by their keys (see Files).
 */
export class Workspace {
  readonly #surroundings: Surroundings;
  readonly #listener: WorkspaceListener;
  readonly #open = new Map<string, string>();
  #folders: readonly string[] = [];
  #hosts: readonly ProgramHost[] = [];
  /** The paths of each program's files, as they were last listed. */
  readonly #listed = new WeakMap<ProgramHost, Set<string>>();
  /** What of each program cannot be read: folders and ignore files, as they were last listed, and files. */
  readonly #missed = new WeakMap<ProgramHost, { listed: readonly string[]; readonly files: Set<string> }>();
  /** Files that were listed and then not there: the folders are looked into again for the sake of each once. */
  readonly #vanished = new Set<string>();
  /** What cannot be read and lies in no program, as it was last listed. */
  #outside: readonly string[] = [];
  /** Whether the folders are to be looked into, before anything is read. */
  #lookAgain = false;
  #isLooking = false;
  /** What is to be read, in the order in which that is best done. */
  readonly #stale = new Set<string>();
  /** What was read and waits to be taken up with what belongs to it. */
  readonly #readings = new Map<ProgramHost, Reading[]>();
  /** Whether that is being taken up: nothing is judged before all of it has been. */
  #isTakingUp = false;
  /** What is known from earlier, for programs that are read for the first time. */
  readonly #known = new Map<ProgramHost, KnownFacts>();
  /** Those of them of which it has been said what will be read. */
  readonly #announced = new WeakSet<KnownFacts>();
  /** Programs of which everything has been read: only then they are judged. */
  readonly #whole = new WeakSet<ProgramHost>();
  /** Until when work may go on. */
  #sliceEnd = Number.NEGATIVE_INFINITY;
  #isFollowing = false;
  #isIndexing = false;
  #following: Promise<void> = Promise.resolve();

  constructor(surroundings: Surroundings, listener: WorkspaceListener) {
    this.#surroundings = surroundings;
    this.#listener = listener;
  }

  /** The programs found so far. */
  get programs(): readonly ProgramHost[] {
    return this.#hosts;
  }

  /**
   * Folders (their paths end in `/`) and files of a program that cannot be read, sorted. What seems to be absent from it may
   * be there, and is not told.
   */
  unreadable(host: ProgramHost): readonly string[] {
    const { listed = [], files = [] } = this.#missed.get(host) ?? {};
    // Of what the manifest has read otherwise by now, or not at all, nothing is missed.
    const documents = [...files].filter(path => host.roleOf(path));
    return [...listed.filter(path => host.mayHold(path)), ...documents].sort();
  }

  /** The keys of folders (ending in `/`) and ignore files in no program that cannot be read; programs may lie in them. */
  get outside(): readonly string[] {
    return this.#outside;
  }

  /** Settles when everything has been read. */
  get idle(): Promise<void> {
    return this.#following;
  }

  /** Looks into these folders from now on. Settles, as what follows does, when everything has been read. */
  setFolders(folders: readonly string[]): Promise<void> {
    this.#folders = folders;
    this.#lookAgain = true;
    return this.#follow();
  }

  /**
   * The program that a document belongs to, that of the nearest root above it; undefined where it belongs to none. A file that
   * says nothing there and is a catalog of a program farther above belongs to that.
   */
  placeOf(key: string): Place | undefined {
    const places = this.#placesOf(key);
    const saysSomething = ({ host, path }: Place) =>
      host.isCatalogFile(path) || host.engine.program.summary(path) !== undefined;
    return places.length > 1 ? (places.find(saysSomething) ?? places[0]) : places[0];
  }

  /** Where a file is a document, and the programs around that read it as a catalog: the nearest root first. */
  #placesOf(key: string): readonly Place[] {
    return this.#around(key).filter(
      ({ host, path }, i) => (i === 0 && this.#listed.get(host)?.has(path)) || host.isCatalogFile(path),
    );
  }

  /** A document was opened, or its buffer has changed. One that belongs to a program is taken up before this returns. */
  setText(key: string, text: string): Promise<void> {
    const isNew = !this.#open.has(key);
    this.#open.set(key, text);
    const places = this.#placesOf(key);
    this.#beginSlice();
    for (const { host, path } of places) {
      this.#tell(host, this.#take(host, [host.readBuffer(path, text)]), key);
      // What could not be read is known now, and with it perhaps all there is.
      if (this.#missed.get(host)?.files.has(path)) this.#stale.add(key);
    }
    // A file made since the folder was listed may belong to it.
    if (places.length === 0 && isNew && isDocument(key) && this.#around(key).length > 0)
      this.#lookAgain = true;
    return this.#follow();
  }

  /** A document was closed: the file speaks again. */
  close(key: string): Promise<void> {
    this.#open.delete(key);
    if (this.placeOf(key)) this.#stale.add(key);
    return this.#follow();
  }

  /** Files or folders were made, changed or deleted. */
  filesChanged(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#vanished.delete(key);
      for (const { host, path } of this.#placesOf(key)) {
        this.#stale.add(key);
        this.#known.get(host)?.forget(path);
      }
      for (const { host, path } of this.#around(key)) host.engine.lookAgain(path);
      for (const catalog of this.#catalogsBelow(key)) this.#stale.add(catalog);
      this.#lookAgain ||= this.#mayMovePrograms(key);
    }
    return this.#follow();
  }

  /** The files of catalogs in a folder: of one that comes or goes nothing else need be told, and no list has them all. */
  #catalogsBelow(folder: string): readonly string[] {
    return this.#hosts.flatMap(host =>
      [...host.engine.catalogFiles]
        .map(path => below(host.folder.root, path))
        .filter(key => isBelow(key, folder)),
    );
  }

  /** Chooses the report that a program answers for; says whether it has such a report. */
  chooseReport(host: ProgramHost, report: string): boolean {
    if (!host.engine.program.reports.some(({ id }) => id === report)) return false;
    this.#beginSlice();
    this.#tell(host, host.engine.chooseReport(report));
    void this.#follow();
    return true;
  }

  /** Follows the calendar. */
  followToday(): void {
    const today = this.#surroundings.today();
    this.#beginSlice();
    for (const host of this.#hosts) this.#tell(host, host.engine.setToday(today));
    void this.#follow();
  }

  /** Whether a change to this file or folder may add or take away programs, or documents of one. */
  #mayMovePrograms(key: string): boolean {
    // What is ignored in a folder the repository around it says too.
    const name = key.slice(key.lastIndexOf('/'));
    if (name === '/.gitignore' || name === '/.git') {
      const around = key.slice(0, -name.length);
      if (this.#folders.some(folder => isBelow(folder, around))) return true;
    }
    // A root may lie above the folders, and be known only once they have been looked into.
    if (this.#isLooking || this.#mayMakeRootAbove(key)) return true;
    const looked = [...this.#folders, ...this.#hosts.map(host => host.folder.root)];
    // With a folder goes what is in it.
    if (looked.some(root => root === key || isBelow(root, key))) return true;
    const folder = looked.find(root => isBelow(key, root));
    if (folder === undefined || passedOver.test(`/${pathBelow(key, folder)}`)) return false;
    // What is being looked into may have been listed before the change.
    if (this.#isLooking || marker.test(key)) return true;
    if (!isDocument(key)) return this.#mayHoldDocuments(key);
    const place = this.placeOf(key);
    if (place) return !this.#isMarked(place.host);
    return tellingFolder.test(key) || this.#around(key).length > 0;
  }

  /** Whether a file may make a folder above one that is open the root of a program. */
  #mayMakeRootAbove(key: string): boolean {
    const [telling] = marker.exec(key) ?? tellingFolder.exec(key) ?? [];
    if (telling === undefined) return false;
    const root = key.slice(0, key.lastIndexOf(telling));
    return this.#folders.some(folder => isBelow(folder, root));
  }

  /** Whether a path that is no document says which are (`.gitignore`), or is a folder by its name or by what is in it. */
  #mayHoldDocuments(key: string): boolean {
    const name = key.slice(key.lastIndexOf('/') + 1);
    if (name === '.gitignore' || !name.includes('.')) return true;
    return this.#hosts.some(host => {
      const { root } = host.folder;
      if (root === key || isBelow(root, key)) return true;
      const listed = isBelow(key, root) ? (this.#listed.get(host) ?? []) : [];
      return [...listed].some(path => isBelow(below(root, path), key));
    });
  }

  /** Whether a file at its root makes the program, whatever else is in it. */
  #isMarked(host: ProgramHost): boolean {
    const listed = this.#listed.get(host);
    return programMarkers.some(name => listed?.has(name));
  }

  /** The programs below whose roots a file lies, the nearest first. */
  #around(key: string): Place[] {
    return this.#hosts
      .filter(({ folder }) => isBelow(key, folder.root))
      .sort((one, other) => other.folder.root.length - one.folder.root.length)
      .map(host => ({ host, path: pathBelow(key, host.folder.root) }));
  }

  #follow(): Promise<void> {
    if (!this.#isFollowing && (this.#isBehind || this.#hosts.some(({ engine }) => !engine.settled)))
      this.#following = this.#catchUp();
    return this.#following;
  }

  /** Whether files are to be looked for, read or taken up, those too that evidence names or documents link to. */
  get #isBehind(): boolean {
    if (this.#lookAgain || this.#stale.size > 0 || this.#readings.size > 0) return true;
    return this.#hosts.some(({ engine }) => engine.wantsSources);
  }

  async #catchUp(): Promise<void> {
    this.#isFollowing = true;
    try {
      do {
        while (this.#isBehind) {
          await this.#pauseIfDue();
          if (this.#lookAgain) await this.#look();
          else if (this.#stale.size > 0) await this.#readStale();
          else if (this.#readings.size > 0) await this.#takeUp();
          else await this.#lookForSources();
        }
        await this.#judge();
      } while (this.#isBehind);
    } finally {
      // What changes from here on is followed anew.
      this.#isFollowing = false;
    }
    if (this.#isIndexing) this.#listener.indexing(undefined);
    this.#isIndexing = false;
    await this.#keepFacts();
  }

  /** Keeps what was read, for the next time: only a program that is read whole for the first time is worth it. */
  async #keepFacts(): Promise<void> {
    for (const [host, known] of this.#known) {
      // One that has come meanwhile is still to be read.
      if (!this.#whole.has(host)) continue;
      this.#known.delete(host);
      await this.#pauseIfDue();
      await known.keep(this.#listed.get(host) ?? new Set());
    }
  }

  /** Finds the programs. One that was there stays as it is, but for the files that came and went. */
  async #look(): Promise<void> {
    this.#lookAgain = false;
    this.#isLooking = true;
    const found = new Map<string, ProgramFolder>();
    const outside = new Set<string>();
    for (const folder of this.#folders) {
      const { programs, unreadable: missed } = await discover(this.#surroundings.files, folder, false);
      for (const key of missed) outside.add(key);
      for (const program of programs) found.set(program.root, program);
    }
    this.#isLooking = false;
    this.#outside = [...outside].sort();
    const before = new Map(this.#hosts.map(host => [host.folder.root, host]));
    this.#hosts = [...found.values()].map(folder => this.#hostOf(folder, before.get(folder.root)));
    const { knownFacts } = this.#surroundings;
    for (const host of this.#hosts) {
      if (before.get(host.folder.root) === host) continue;
      const known = await knownFacts?.(host.folder.root);
      if (known) this.#known.set(host, known);
    }
    for (const host of before.values()) {
      if (this.#hosts.includes(host)) continue;
      // What was shown of programs that are no more is taken back.
      this.#listener.changed(host.engine.paths().map(path => below(host.folder.root, path)));
      this.#readings.delete(host);
      this.#known.delete(host);
    }
  }

  #hostOf(folder: ProgramFolder, before: ProgramHost | undefined): ProgramHost {
    const listed = new Set(folder.paths);
    if (before?.folder.layout === folder.layout) {
      const known = this.#listed.get(before) ?? new Set();
      this.#listed.set(before, listed);
      const missed = this.#missed.get(before)?.files ?? [];
      const files = new Set([...missed].filter(path => listed.has(path)));
      this.#missed.set(before, { listed: folder.unreadable, files });
      this.#expect(
        before,
        folder.paths.filter(path => !known.has(path)),
      );
      const gone = [...known].filter(path => !listed.has(path));
      for (const path of gone) this.#vanished.delete(below(folder.root, path));
      // A file of catalogs need not be listed to be there.
      for (const path of gone) if (before.isCatalogFile(path)) this.#stale.add(below(folder.root, path));
      for (const path of gone.filter(path => !before.isCatalogFile(path))) {
        const key = below(folder.root, path);
        this.#addReading(before, {
          key,
          buffer: this.#open.get(key),
          document: before.read(path, undefined),
        });
      }
      return before;
    }
    // Nothing is judged while much is being taken up, of which it would see only a part.
    const isTimeUp = () => this.#isTakingUp || !this.#whole.has(host) || this.#isSliceOver;
    const host: ProgramHost = new ProgramHost(folder, this.#surroundings.today(), isTimeUp);
    host.engine.chooseReport(before?.engine.program.chosenReport);
    this.#listed.set(host, listed);
    this.#missed.set(host, { listed: folder.unreadable, files: new Set() });
    this.#expect(host, folder.paths);
    return host;
  }

  /** Has documents read: the manifest first, for it says which others are, then those that are open. */
  #expect(host: ProgramHost, paths: readonly string[]): void {
    const keys = manifestFirst(paths).map(path => below(host.folder.root, path));
    const isEarly = (key: string, i: number) => i === 0 || this.#open.has(key);
    for (const key of keys.filter(isEarly)) this.#stale.add(key);
    for (const key of keys) this.#stale.add(key);
  }

  /**
   * Reads what is stale, in slices. A program that was read whole before takes up everything afterward, so that nothing
   * is missed in between that only waits to be read.
   */
  async #readStale(): Promise<void> {
    this.#isIndexing ||= this.#hosts.some(host => !this.#whole.has(host));
    let done = 0;
    this.#showProgress(done);
    this.#beginSlice();
    for (const key of this.#stale) {
      if (this.#lookAgain) break;
      this.#stale.delete(key);
      done++;
      for (const place of this.#placesOf(key)) {
        const reading = await this.#read(key, place);
        if (reading) this.#addReading(place.host, reading);
        if (this.#isToBeTaken(key, place)) this.#takeAll(place.host);
      }
      if (!this.#isSliceOver) continue;
      for (const host of this.#hosts) if (!this.#whole.has(host)) this.#takeAll(host);
      this.#showProgress(done);
      await this.#nextSlice();
    }
  }

  /**
   * Whether what was read is taken up at once: by the manifest the rest is read, and of a program that has not been read
   * whole an open document is waited for, and else a handful is enough.
   */
  #isToBeTaken(key: string, { host, path }: Place): boolean {
    if (path === manifestName) return true;
    if (this.#whole.has(host)) return false;
    return this.#open.has(key) || (this.#readings.get(host)?.length ?? 0) >= handful;
  }

  /** Takes up what was read, in slices; only then it is judged, and what has changed is told. */
  async #takeUp(): Promise<void> {
    this.#isTakingUp = true;
    this.#beginSlice();
    const changed = new Map<ProgramHost, Set<string>>();
    try {
      for (const [host, readings] of this.#readings) {
        const ofHost = new Set<string>();
        changed.set(host, ofHost);
        while (readings.length > 0) {
          for (const path of this.#take(host, this.#valid(host, readings.splice(0, handful))))
            ofHost.add(path);
          await this.#pauseIfDue();
        }
        this.#readings.delete(host);
      }
    } finally {
      this.#isTakingUp = false;
    }
    for (const [host, paths] of changed) {
      if (this.#whole.has(host)) await this.#judgeProgram(host, paths);
      this.#tell(host, paths);
    }
  }

  /** Looks for the files that evidence names or documents link to, in slices. */
  async #lookForSources(): Promise<void> {
    this.#beginSlice();
    for (const host of this.#hosts) {
      const found: [SourceFile, SourceState][] = [];
      for (const file of host.engine.takeWantedSources()) {
        found.push([file, await lookFor(this.#surroundings.files, host.folder.root, file)]);
        await this.#pauseIfDue();
      }
      if (found.length === 0) continue;
      this.#tell(host, host.engine.setSources(found));
    }
  }

  /** Judges what is left, in slices; what is absent can be told now. */
  async #judge(): Promise<void> {
    for (const host of this.#hosts) {
      this.#beginSlice();
      const isNew = !this.#whole.has(host);
      this.#whole.add(host);
      const changed = host.engine.setComplete(this.unreadable(host).length === 0);
      await this.#judgeProgram(host, changed);
      this.#tell(host, isNew ? host.engine.paths() : changed);
    }
  }

  /** @param changed takes the paths whose findings have changed */
  async #judgeProgram({ engine }: ProgramHost, changed: Set<string>): Promise<void> {
    while (!engine.settled) {
      for (const path of engine.settle()) changed.add(path);
      if (!engine.settled) await this.#nextSlice();
    }
  }

  #beginSlice(): void {
    this.#sliceEnd = this.#surroundings.now() + slice;
  }

  get #isSliceOver(): boolean {
    return this.#surroundings.now() >= this.#sliceEnd;
  }

  async #pauseIfDue(): Promise<void> {
    if (this.#isSliceOver) await this.#nextSlice();
  }

  /** Lets others have their turn, and begins anew. */
  async #nextSlice(): Promise<void> {
    await this.#surroundings.pause();
    this.#beginSlice();
  }

  #addReading(host: ProgramHost, reading: Reading): void {
    const readings = this.#readings.get(host);
    if (readings) readings.push(reading);
    else this.#readings.set(host, [reading]);
  }

  #showProgress(done: number): void {
    if (this.#isIndexing) this.#listener.indexing({ done, all: done + this.#stale.size });
  }

  /** Reads one document; what is there no more takes leave of its program. */
  async #read(key: string, { host, path }: Place): Promise<Reading | undefined> {
    if (host.isCatalogFile(path)) return this.#readCatalog(key, { host, path });
    if (!host.roleOf(path) && !host.engine.program.summary(path)) return undefined;
    const known = this.#known.get(host);
    const role = host.roleOf(path);
    if (known && role && !this.#open.has(key)) {
      if (path !== manifestName) await this.#announce(host, known, key);
      const document = await known.read(path, role);
      if (document) return { key, buffer: undefined, document };
    }
    const content = await this.#surroundings.files.read(key);
    const buffer = this.#open.get(key);
    const missed = this.#missed.get(host)?.files;
    // What is listed, and still not there after another look, is there and cannot be read.
    const isUnreadable = content === unreadable || (content === undefined && this.#vanished.has(key));
    if (isUnreadable && buffer === undefined) missed?.add(path);
    else missed?.delete(path);
    if (content !== undefined) this.#vanished.delete(key);
    if (content !== undefined || isUnreadable)
      return { key, buffer, document: documentOf({ host, path }, buffer, contentOf(content)) };
    this.#vanished.add(key);
    this.#listed.get(host)?.delete(path);
    this.#lookAgain ||= !this.#isMarked(host);
    return { key, buffer, document: host.read(path, undefined) };
  }

  /** Says what will be read of a program, from one document on, once its manifest has said which files are. */
  async #announce(host: ProgramHost, known: KnownFacts, first: string): Promise<void> {
    if (this.#announced.has(known)) return;
    this.#announced.add(known);
    const items: { path: string; role: Role }[] = [];
    for (const key of [first, ...this.#stale]) {
      await this.#pauseIfDue();
      const place = this.#open.has(key) ? undefined : this.placeOf(key);
      const role = place?.host === host ? host.roleOf(place.path) : undefined;
      if (place && role && !known.isKnown(place.path, role)) items.push({ path: place.path, role });
    }
    known.readAhead(items);
  }

  /** Reads a file that the manifest names: it may lie anywhere below the root, and be in no list of documents. */
  async #readCatalog(key: string, { host, path }: Place): Promise<Reading> {
    const content = contentOf(await this.#surroundings.files.read(key, host.folder.root));
    const buffer = this.#open.get(key);
    return { key, buffer, document: documentOf({ host, path }, buffer, content) };
  }

  /** Takes up at once what was read of a program. */
  #takeAll(host: ProgramHost): void {
    const readings = this.#readings.get(host) ?? [];
    this.#readings.delete(host);
    this.#tell(host, this.#take(host, this.#valid(host, readings)));
  }

  /** What was read for a program, but for documents whose buffer has changed since and was taken up there itself. */
  #valid(host: ProgramHost, readings: readonly Reading[]): ReadDocument[] {
    const isTakenUp = (key: string) => this.#placesOf(key).some(place => place.host === host);
    const isValid = ({ key, buffer }: Reading) => this.#open.get(key) === buffer || !isTakenUp(key);
    return readings.filter(isValid).map(({ document }) => document);
  }

  /** Takes up documents; gives the paths whose findings have changed. */
  #take(host: ProgramHost, read: readonly ReadDocument[]): ReadonlySet<string> {
    if (read.length === 0) return new Set();
    const { changed, readAgain, otherwise } = host.take(read);
    for (const path of otherwise) this.#stale.add(below(host.folder.root, path));
    if (readAgain) this.#expect(host, [...(this.#listed.get(host) ?? [])]);
    return changed;
  }

  /**
   * Tells what has changed: of a program that is being read only what is open, and what is no document any more, until
   * everything has been judged.
   */
  #tell(host: ProgramHost, paths: Iterable<string>, edited?: string): void {
    const { program } = host.engine;
    const keys: string[] = [];
    for (const path of paths) {
      const key = below(host.folder.root, path);
      if (this.#whole.has(host) || this.#open.has(key) || !program.summary(path)) keys.push(key);
    }
    this.#listener.changed(keys, edited);
  }
}

/** Reads a document from its buffer, which is without a byte order mark, else from the content of its file. */
function documentOf(
  { host, path }: Place,
  buffer: string | undefined,
  content: string | undefined,
): ReadDocument {
  return buffer === undefined ? host.read(path, content) : host.readBuffer(path, buffer);
}
