import { isPage } from '../../core/formats/documentation.ts';
import { isManifest } from '../../core/formats/role.ts';
import type { ProgramFolder } from '../discover.ts';
import { below } from '../files.ts';
import { ProgramHost } from '../programHost.ts';
import type { Surroundings, WorkspaceListener } from '../surroundings.ts';
import type { Discovery } from './discovery.ts';
import type { DocumentReader } from './documentReader.ts';
import type { Intake } from './intake.ts';
import { KeptProgram } from './keptProgram.ts';
import type { KeptDocument, KeptPrograms } from './keptPrograms.ts';
import type { Slices } from './slices.ts';
import { findSources } from './sources.ts';
import type { StaleDocuments } from './staleDocuments.ts';

/**
 * What is done to catch up, in this order: each waits until nothing is left of those before it.
 * - `discovering`: the folders are listed, and programs come and go
 * - `reading`: documents that are stale are read
 * - `takingUp`: documents that were read are taken up by their programs; nothing is judged before all of them are
 * - `findingSources`: the files that evidence names or documents link to are looked for
 * - `judging`: what is left is judged, and what is absent can be reported
 */
type Step = 'discovering' | 'reading' | 'takingUp' | 'findingSources' | 'judging';

/** How many documents are taken up before the time is looked at. */
const handful = 20;

/** What upkeep works on. */
export interface UpkeepOptions {
  readonly surroundings: Surroundings;
  readonly listener: WorkspaceListener;
  /** The texts of the open documents, by their keys. */
  readonly buffers: ReadonlyMap<string, string>;
  readonly programs: KeptPrograms;
  readonly stale: StaleDocuments;
  readonly slices: Slices;
  readonly discovery: Discovery;
  readonly reader: DocumentReader;
  readonly intake: Intake;
}

/** The one loop that brings the programs up to date after changes, a step at a time and each step in slices. */
export class Upkeep {
  readonly #surroundings: Surroundings;
  readonly #listener: WorkspaceListener;
  readonly #buffers: ReadonlyMap<string, string>;
  readonly #programs: KeptPrograms;
  readonly #stale: StaleDocuments;
  readonly #slices: Slices;
  readonly #discovery: Discovery;
  readonly #reader: DocumentReader;
  readonly #intake: Intake;
  /** What is being done; undefined while the programs are up to date. */
  #step: Step | undefined;
  #caughtUp: Promise<void> = Promise.resolve();
  /** Whether it was told how far indexing is, since programs were last up to date. */
  #isIndexing = false;

  readonly #does: Readonly<Record<Step, () => Promise<void>>> = {
    discovering: () => this.#discover(),
    reading: () => this.#readStale(),
    takingUp: () => this.#takeUpAll(),
    findingSources: () => this.#findSources(),
    judging: () => this.#judge(),
  };

  constructor(options: UpkeepOptions) {
    this.#surroundings = options.surroundings;
    this.#listener = options.listener;
    this.#buffers = options.buffers;
    this.#programs = options.programs;
    this.#stale = options.stale;
    this.#slices = options.slices;
    this.#discovery = options.discovery;
    this.#reader = options.reader;
    this.#intake = options.intake;
  }

  /** Settles when the programs are up to date. */
  get caughtUp(): Promise<void> {
    return this.#caughtUp;
  }

  /** Begins to catch up, unless that is going on or there is nothing to do. */
  catchUp(): Promise<void> {
    const isSettled = this.#programs.all.every(({ host }) => host.engine.settled);
    if (this.#step === undefined && (this.#due !== 'judging' || !isSettled))
      this.#caughtUp = this.#doWhatIsDue();
    return this.#caughtUp;
  }

  /** What is to be done next. */
  get #due(): Step {
    const programs = this.#programs.all;
    if (this.#discovery.isDue) return 'discovering';
    if (this.#stale.size > 0) return 'reading';
    if (programs.some(({ waiting }) => waiting > 0)) return 'takingUp';
    return programs.some(({ host }) => host.engine.wantsSources) ? 'findingSources' : 'judging';
  }

  /** Does one step after the other, until all has been judged and nothing has become due meanwhile. */
  async #doWhatIsDue(): Promise<void> {
    try {
      do {
        this.#step = this.#due;
        if (this.#step !== 'judging') await this.#slices.pauseIfDue();
        this.#step = this.#due;
        await this.#does[this.#step]();
      } while (this.#step !== 'judging' || this.#due !== 'judging');
    } finally {
      // What changes from here on is caught up with anew.
      this.#step = undefined;
    }
    if (this.#isIndexing) this.#listener.indexing(undefined);
    this.#isIndexing = false;
    await this.#keepFacts();
  }

  /** Keeps what was read, for the next time: only a program that is read whole for the first time is worth it. */
  async #keepFacts(): Promise<void> {
    for (const program of this.#programs.all) {
      const { cached } = program;
      // One that has come meanwhile is still to be read.
      if (!cached || !program.isWhole) continue;
      program.cached = undefined;
      await this.#slices.pauseIfDue();
      await cached.keep(program.listed);
    }
  }

  /** Finds the programs. One that was there stays as it is, but for the files that came and went. */
  async #discover(): Promise<void> {
    const found = await this.#discovery.find();
    if (!found) return;
    const before = this.#programs.all;
    this.#programs.all = found.map(folder => this.#programIn(folder, this.#programs.at(folder.root)));
    for (const program of this.#programs.all) {
      if (!before.includes(program)) program.cached = await this.#surroundings.cachedFacts?.(program.root);
    }
    for (const program of before) {
      if (this.#programs.all.includes(program)) continue;
      program.cached = undefined;
      // What was shown of programs that are no more is taken back.
      this.#listener.changed(program.host.engine.paths().map(path => below(program.root, path)));
    }
    // Of pages in no program it is known only now that they are.
    const strays = [...this.#buffers.keys()].filter(
      key => isPage(key.slice(key.lastIndexOf('/') + 1)) && !this.#programs.hostedAt(key),
    );
    if (strays.length > 0) this.#listener.changed(strays);
  }

  /** The program in a folder: the one that was there before, unless it is of another layout now. */
  #programIn(folder: ProgramFolder, before: KeptProgram | undefined): KeptProgram {
    if (before?.host.folder.layout === folder.layout) {
      this.#relist(before, folder);
      return before;
    }
    // Nothing is judged while much is being taken up, of which it would see only a part.
    const isTimeUp = () => this.#step === 'takingUp' || !program.isWhole || this.#slices.isOver;
    const program: KeptProgram = new KeptProgram(
      new ProgramHost(folder, this.#surroundings.today(), isTimeUp),
    );
    program.host.engine.setEvidenceFiles(folder.evidence ?? []);
    program.host.engine.chooseReport(before?.host.engine.program.chosenReport);
    this.#intake.expect(program, folder.paths);
    return program;
  }

  /** Has files read that came, and documents leave the program whose files went. */
  #relist(program: KeptProgram, folder: ProgramFolder): void {
    const { added, gone } = program.relist(folder);
    this.#intake.expect(program, added);
    if (program.host.setPages(folder.pages)) this.#intake.expect(program, folder.paths.filter(isPage));
    this.#intake.tell(program, program.host.engine.setEvidenceFiles(folder.evidence ?? []));
    if (program.host.setSites(folder.sites ?? [])) this.#intake.expect(program, folder.paths);
    for (const path of gone) {
      const key = below(folder.root, path);
      this.#reader.forget(key);
      // A file of catalogs need not be listed to be there.
      if (program.host.isCatalogFile(path)) this.#stale.add(key);
      else {
        const document = program.host.read(path, undefined);
        program.addReading({ key, buffer: this.#buffers.get(key), document });
      }
    }
  }

  /**
   * Reads what is stale, in slices. A program that was read whole before takes up everything afterward, so that nothing
   * is missed in between that only waits to be read.
   */
  async #readStale(): Promise<void> {
    this.#isIndexing ||= this.#programs.all.some(({ isWhole }) => !isWhole);
    let done = 0;
    this.#tellProgress(done);
    this.#slices.begin();
    for (const key of this.#stale.drain()) {
      done++;
      for (const document of this.#programs.readersOf(key)) {
        const { program } = document;
        const reading = await this.#reader.read(key, document);
        if (reading) program.addReading(reading);
        if (this.#isToBeTakenUp(key, document)) this.#takeUpNow(program);
      }
      if (this.#slices.isOver) {
        for (const program of this.#programs.all) if (!program.isWhole) this.#takeUpNow(program);
        this.#tellProgress(done);
        await this.#slices.next();
      }
      if (this.#discovery.isDue) break;
    }
  }

  /**
   * Whether what was read is taken up at once: by the manifest the rest is read, and of a program that has not been read
   * whole an open document is waited for, and else a handful is enough.
   */
  #isToBeTakenUp(key: string, { program, path }: KeptDocument): boolean {
    if (isManifest(path)) return true;
    if (program.isWhole) return false;
    return this.#buffers.has(key) || program.waiting >= handful;
  }

  /** Takes up at once what was read of a program. */
  #takeUpNow(program: KeptProgram): void {
    this.#intake.tell(program, this.#intake.takeUpWaiting(program));
  }

  /** Takes up what was read, in slices; only then it is judged, and what has changed is told. */
  async #takeUpAll(): Promise<void> {
    this.#slices.begin();
    const changed = new Map<KeptProgram, Set<string>>();
    for (const program of this.#programs.all.filter(({ waiting }) => waiting > 0)) {
      const paths = new Set<string>();
      changed.set(program, paths);
      while (program.waiting > 0) {
        for (const path of this.#intake.takeUpWaiting(program, handful)) paths.add(path);
        await this.#slices.pauseIfDue();
      }
    }
    this.#step = 'judging';
    for (const [program, paths] of changed) {
      if (program.isWhole) await this.#judgeProgram(program, paths);
      this.#intake.tell(program, paths);
    }
    this.#step = 'takingUp';
  }

  /** Looks for the files that evidence names or documents link to, in slices. */
  async #findSources(): Promise<void> {
    this.#slices.begin();
    for (const program of this.#programs.all) {
      const changed = await findSources(program, this.#surroundings.files, this.#slices);
      if (changed) this.#intake.tell(program, changed);
    }
  }

  /** Judges what is left, in slices; what is absent can be told now. */
  async #judge(): Promise<void> {
    for (const program of this.#programs.all) {
      const { engine } = program.host;
      this.#slices.begin();
      const isNew = !program.isWhole;
      program.isWhole = true;
      const changed = engine.setComplete(program.isComplete);
      await this.#judgeProgram(program, changed);
      this.#intake.tell(program, isNew ? engine.paths() : changed);
    }
  }

  /** @param changed takes the paths whose findings have changed */
  async #judgeProgram({ host: { engine } }: KeptProgram, changed: Set<string>): Promise<void> {
    while (!engine.settled) {
      for (const path of engine.settle()) changed.add(path);
      if (!engine.settled) await this.#slices.next();
    }
  }

  #tellProgress(done: number): void {
    if (this.#isIndexing) this.#listener.indexing({ done, all: done + this.#stale.size });
  }
}
