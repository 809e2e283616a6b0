import { isPage } from '../core/formats/documentation.ts';
import { Discovery } from './kept/discovery.ts';
import { DocumentReader } from './kept/documentReader.ts';
import { type Changed, Intake } from './kept/intake.ts';
import { type HostedDocument, KeptPrograms } from './kept/keptPrograms.ts';
import { Slices } from './kept/slices.ts';
import { StaleDocuments } from './kept/staleDocuments.ts';
import { StrayPages } from './kept/strayPages.ts';
import { Upkeep } from './kept/upkeep.ts';
import type { ProgramHost } from './programHost.ts';
import type { Surroundings, WorkspaceListener } from './surroundings.ts';

/**
 * The programs of the folders that are open, kept up to date with the editor's buffers and the files on disk: after any
 * changes they are what they would be if they were read anew. A buffer goes before its file, but what belongs to a
 * program the files say. Documents are named by their keys (see Files).
 */
export class Workspace {
  readonly #surroundings: Surroundings;
  /** The texts of the open documents, by their keys. */
  readonly #buffers = new Map<string, string>();
  readonly #programs = new KeptPrograms();
  readonly #stale = new StaleDocuments();
  readonly #slices: Slices;
  readonly #discovery: Discovery;
  readonly #reader: DocumentReader;
  readonly #intake: Intake;
  readonly #upkeep: Upkeep;
  readonly #strays: StrayPages;
  readonly #changed: Changed;

  constructor(surroundings: Surroundings, listener: WorkspaceListener) {
    const { files } = surroundings;
    const [buffers, programs, stale] = [this.#buffers, this.#programs, this.#stale];
    const slices = new Slices(surroundings);
    const discovery = new Discovery(files, programs, slices);
    const reader = new DocumentReader({ files, buffers, programs, discovery, stale, slices });
    const changed: Changed = (keys, edited) => listener.changed(keys, edited);
    const intake = new Intake({ buffers, programs, stale, changed });
    const { today } = surroundings;
    const isDecided = (key: string) => programs.decidesOn(key);
    this.#strays = new StrayPages({ buffers, folders: () => discovery.folders, today, isDecided });
    this.#changed = changed;
    this.#surroundings = surroundings;
    this.#slices = slices;
    this.#discovery = discovery;
    this.#reader = reader;
    this.#intake = intake;
    this.#upkeep = new Upkeep({
      ...{ surroundings, listener, buffers, programs, stale, slices, discovery, reader, intake },
    });
  }

  /** The programs found so far. */
  get programs(): readonly ProgramHost[] {
    return this.#programs.all.map(({ host }) => host);
  }

  /**
   * Folders (their paths end in `/`) and files of a program that cannot be read, sorted. What seems to be absent from it may
   * be there, and is not told.
   */
  unreadable(host: ProgramHost): readonly string[] {
    return this.#programs.of(host)?.unreadable ?? [];
  }

  /** The keys of folders (ending in `/`) and ignore files in no program that cannot be read; programs may lie in them. */
  get outside(): readonly string[] {
    return this.#discovery.outside;
  }

  /** Settles when everything has been read. */
  get idle(): Promise<void> {
    return this.#upkeep.caughtUp;
  }

  /**
   * The program that a document belongs to, that of the nearest root above it; undefined where it belongs to none. A file that
   * says nothing there and is a catalog of a program farther above belongs to that.
   */
  hostedAt(key: string): HostedDocument | undefined {
    return this.#programs.hostedAt(key);
  }

  /** A file in the program of the nearest root above it, whether that reads it or not; undefined where there is no program. */
  nearestTo(key: string): HostedDocument | undefined {
    return this.#programs.around(key)[0];
  }

  /**
   * An open page that belongs to no program and cites criteria, as one that a program of nothing else passes over; undefined
   * for any other, and until it is known which programs there are.
   */
  strayAt(key: string): HostedDocument | undefined {
    return this.#discovery.isKnown && !this.#programs.hostedAt(key) ? this.#strays.at(key) : undefined;
  }

  /** Opens these folders and no others. Settles, as what follows does, when everything has been read. */
  setFolders(folders: readonly string[]): Promise<void> {
    this.#discovery.open(folders);
    return this.#upkeep.catchUp();
  }

  /** A document was opened, or its buffer has changed. One that belongs to a program is taken up before this returns. */
  setText(key: string, text: string): Promise<void> {
    const isNew = !this.#buffers.has(key);
    this.#buffers.set(key, text);
    const readers = this.#programs.readersOf(key);
    this.#slices.begin();
    for (const { program, host, path } of readers) {
      this.#intake.tell(program, this.#intake.takeUp(program, [host.readBuffer(path, text)]), key);
      // What could not be read is known now, and with it perhaps all there is.
      if (program.unreadFiles.has(path)) this.#stale.add(key);
    }
    if (readers.length === 0 && isNew) this.#discovery.opened(key);
    // Until it is known which programs there are, nothing is told of a page in none.
    const mayBeStray = readers.length === 0 && this.#discovery.isKnown;
    if (mayBeStray && isPage(key.slice(key.lastIndexOf('/') + 1))) this.#changed([key], key);
    return this.#upkeep.catchUp();
  }

  /** A document was closed: the file speaks again. */
  close(key: string): Promise<void> {
    this.#buffers.delete(key);
    this.#strays.at(key);
    if (this.#programs.hostedAt(key)) this.#stale.add(key);
    return this.#upkeep.catchUp();
  }

  /** Files or folders were made, changed or deleted. */
  filesChanged(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#reader.forget(key);
      for (const { program, path } of this.#programs.readersOf(key)) {
        this.#stale.add(key);
        program.cached?.forget(path);
      }
      for (const { host, path } of this.#programs.around(key)) host.engine.fileChanged(path);
      for (const catalog of this.#programs.catalogsBelow(key)) this.#stale.add(catalog);
      this.#discovery.changed(key);
    }
    return this.#upkeep.catchUp();
  }

  /** Chooses the report that a program answers for; says whether it has such a report. */
  chooseReport(host: ProgramHost, report: string): boolean {
    if (!host.engine.program.reports.some(({ id }) => id === report)) return false;
    this.#slices.begin();
    const program = this.#programs.of(host);
    const changed = host.engine.chooseReport(report);
    if (program) this.#intake.tell(program, changed);
    void this.#upkeep.catchUp();
    return true;
  }

  /** The calendar date may have changed. */
  updateToday(): void {
    const today = this.#surroundings.today();
    this.#slices.begin();
    for (const program of this.#programs.all) this.#intake.tell(program, program.host.engine.setToday(today));
    void this.#upkeep.catchUp();
  }
}
