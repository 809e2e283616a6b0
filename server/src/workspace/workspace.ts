import { manifestName } from '../core/formats/role.ts';
import { discover } from './discover.ts';
import { below, type Files } from './files.ts';
import { manifestFirst } from './load.ts';
import { ProgrammeHost, type ReadDocument } from './programmeHost.ts';

/** What the workspace needs of the world around it. */
export interface Surroundings {
  readonly files: Files;
  /** The calendar date that stands for today. */
  readonly today: () => string;
  /** Milliseconds from any start. */
  readonly now: () => number;
  /** Lets everything that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** Told of what changes; calls come in the middle of the work and should only take note. */
export interface WorkspaceListener {
  /** The findings of these documents (keys) may have changed, or anything about the programmes with `undefined`. */
  changed(keys: Iterable<string>): void;
  /** How far indexing is; undefined when it is over. */
  indexing(progress: { readonly done: number; readonly all: number } | undefined): void;
}

/** A document's programme and its path there. */
export interface Place {
  readonly host: ProgrammeHost;
  readonly path: string;
}

/** How long indexing works before it lets others have their turn, in milliseconds. */
const slice = 10;

const markers = /(?:^|\/)(?:tickmark\.yaml|comply\.ya?ml|opencontrol\.ya?ml)$/;
const documents = /\.(?:md|markdown|mdx|md\.tmpl|ya?ml)$/i;

/**
 * The programmes of the folders that are open, kept up to date with the editor's buffers and the files on disk. A buffer
 * goes before its file. Documents are named by their keys (see Files).
 */
export class Workspace {
  readonly #surroundings: Surroundings;
  readonly #listener: WorkspaceListener;
  readonly #open = new Map<string, string>();
  #folders: readonly string[] = [];
  #hosts: readonly ProgrammeHost[] = [];
  /** For each host the paths that were listed, as far as they are known to be documents of the folder. */
  readonly #listed = new WeakMap<ProgrammeHost, Set<string>>();
  /** Grows whenever indexing must begin anew; an older run sees that and ends. */
  #generation = 0;
  #indexing: Promise<void> = Promise.resolve();

  constructor(surroundings: Surroundings, listener: WorkspaceListener) {
    this.#surroundings = surroundings;
    this.#listener = listener;
  }

  /** The programmes found so far. */
  get programmes(): readonly ProgrammeHost[] {
    return this.#hosts;
  }

  /** Settles when no indexing is under way. */
  get idle(): Promise<void> {
    return this.#indexing.then(() => undefined);
  }

  /** Looks into these folders from now on. */
  setFolders(folders: readonly string[]): Promise<void> {
    this.#folders = folders;
    return this.#index();
  }

  /** The programme that a document belongs to: that of the nearest root above it. */
  placeOf(key: string): Place | undefined {
    let best: Place | undefined;
    for (const host of this.#hosts) {
      const root = below(host.folder.root, '').replace(/\/$/, '');
      if (!key.startsWith(`${root}/`)) continue;
      if (best && best.host.folder.root.length > host.folder.root.length) continue;
      best = { host, path: key.slice(root.length + 1) };
    }
    return best && (best.host.engine.programme.summary(best.path) || this.#isListed(best)) ? best : undefined;
  }

  /** The buffer's text, if the document is open. */
  textOf(key: string): string | undefined {
    return this.#open.get(key);
  }

  /** A document was opened, or its buffer has changed. */
  async setText(key: string, text: string): Promise<void> {
    this.#open.set(key, text);
    let place = this.placeOf(key);
    // A file made since the folder was listed may belong to it; one that is ignored does not.
    if (!place && documents.test(key) && (await this.#relist(key))) place = this.placeOf(key);
    if (place && this.#open.get(key) === text) this.#take(place.host, [place.host.read(place.path, text)]);
  }

  /** A document was closed: the file speaks again. */
  async close(key: string): Promise<void> {
    this.#open.delete(key);
    await this.filesChanged([key]);
  }

  /** Files were made, changed or deleted. */
  async filesChanged(keys: readonly string[]): Promise<void> {
    if (keys.some(key => markers.test(key) && !this.#isKnownManifest(key)) || this.#hosts.length === 0) {
      if (keys.some(key => documents.test(key))) await this.#index();
      return;
    }
    let lastPause = this.#surroundings.now();
    for (const key of keys) {
      if (this.#open.has(key) || !documents.test(key)) continue;
      const content = await this.#surroundings.files.read(key);
      if (content !== undefined && !this.placeOf(key)) await this.#relist(key);
      const place = this.placeOf(key);
      if (!place || this.#open.has(key)) continue;
      if (content === undefined && place.path === manifestName) return this.#index();
      if (content === undefined) this.#listed.get(place.host)?.delete(place.path);
      const gone: ReadDocument = { path: place.path, analysis: undefined, lines: undefined };
      this.#take(place.host, [content === undefined ? gone : place.host.read(place.path, content)]);
      if (this.#surroundings.now() - lastPause > slice) {
        await this.#surroundings.pause();
        lastPause = this.#surroundings.now();
      }
    }
  }

  /** Chooses the report that a programme answers for; says whether it has such a report. */
  chooseReport(host: ProgrammeHost, report: string): boolean {
    if (!host.engine.programme.reports.some(({ id }) => id === report)) return false;
    this.#tell(host, host.engine.chooseReport(report));
    return true;
  }

  /** Follows the calendar. */
  followToday(): void {
    const today = this.#surroundings.today();
    for (const host of this.#hosts) this.#tell(host, host.engine.setToday(today));
  }

  #index(): Promise<void> {
    const generation = ++this.#generation;
    const run = this.#indexing.then(() => this.#indexAs(generation));
    this.#indexing = run.catch(() => undefined);
    return run;
  }

  async #indexAs(generation: number): Promise<void> {
    if (generation !== this.#generation) return;
    const before = this.#hosts;
    const found = new Map<string, ProgrammeHost>();
    const today = this.#surroundings.today();
    for (const folder of this.#folders) {
      const { programmes } = await discover(this.#surroundings.files, folder, false);
      for (const programme of programmes) {
        if (found.has(programme.root)) continue;
        const host = new ProgrammeHost(programme, today);
        const chosen = before.find(other => other.folder.root === programme.root)?.engine.programme
          .chosenReport;
        host.engine.chooseReport(chosen);
        this.#listed.set(host, new Set(programme.paths));
        found.set(programme.root, host);
      }
    }
    if (generation !== this.#generation) return;
    this.#hosts = [...found.values()];
    // What was shown of programmes that are no more is taken back.
    for (const host of before) this.#tell(host, host.engine.programme.paths());
    await this.#readAll(generation);
  }

  /** Reads every programme: manifests and open documents first, then the rest in slices. */
  async #readAll(generation: number): Promise<void> {
    for (const host of this.#hosts) await this.#readOne(host, manifestName);
    for (const [key, text] of this.#open) {
      const place = this.placeOf(key);
      if (place) this.#take(place.host, [place.host.read(place.path, text)]);
    }
    const all = this.#hosts.reduce((sum, { folder }) => sum + folder.paths.length, 0);
    let done = 0;
    if (all > 0) this.#listener.indexing({ done, all });
    for (const host of this.#hosts) {
      let pending: ReadDocument[] = [];
      let sliceStart = this.#surroundings.now();
      for (const path of manifestFirst(host.folder.paths)) {
        done++;
        const key = below(host.folder.root, path);
        if (path === manifestName || this.#open.has(key) || !host.roleOf(path)) continue;
        const content = await this.#surroundings.files.read(key);
        if (content !== undefined && !this.#open.has(key)) pending.push(host.read(path, content));
        if (this.#surroundings.now() - sliceStart < slice) continue;
        this.#take(host, pending);
        pending = [];
        this.#listener.indexing({ done, all });
        await this.#surroundings.pause();
        if (generation !== this.#generation) return;
        sliceStart = this.#surroundings.now();
      }
      this.#take(host, pending);
      this.#tell(host, host.engine.setComplete(true));
    }
    this.#listener.indexing(undefined);
  }

  async #readOne(host: ProgrammeHost, path: string): Promise<void> {
    const key = below(host.folder.root, path);
    const content = this.#open.get(key) ?? (await this.#surroundings.files.read(key));
    if (content !== undefined) this.#tell(host, host.take([host.read(path, content)]).changed);
  }

  #take(host: ProgrammeHost, read: readonly ReadDocument[]): void {
    if (read.length === 0) return;
    const { changed, otherFiles } = host.take(read);
    this.#tell(host, changed);
    if (otherFiles && host.engine.programme.complete) void this.#index();
  }

  #tell(host: ProgrammeHost, paths: Iterable<string>): void {
    this.#listener.changed([...paths].map(path => below(host.folder.root, path)));
  }

  #isListed({ host, path }: Place): boolean {
    return this.#listed.get(host)?.has(path) === true;
  }

  #isKnownManifest(key: string): boolean {
    return this.#hosts.some(
      ({ folder }) => key === below(folder.root, manifestName) && folder.layout === 'native',
    );
  }

  /** Lists the document's programme anew; says whether the document is among its files. */
  async #relist(key: string): Promise<boolean> {
    for (const host of this.#hosts) {
      const root = `${below(host.folder.root, '').replace(/\/$/, '')}/`;
      if (!key.startsWith(root)) continue;
      const paths = await this.#surroundings.files.list(host.folder.root);
      const own = paths.filter(path => !host.folder.nested.some(nested => path.startsWith(nested)));
      this.#listed.set(host, new Set(own));
      if (own.includes(key.slice(root.length))) return true;
    }
    return false;
  }
}
