import assert from 'node:assert/strict';
import { sourceOf } from '../../server/src/core/text/source.ts';
import { Watched } from '../workspace/watched.ts';
import { SlowFiles } from './slowFiles.ts';
import type { Step } from './step.ts';
import { Turns } from './turns.ts';

/** All that a workspace depends on, at rest: one that begins with it is what one is that has come to it. */
export interface Rest {
  readonly files: ReadonlyMap<string, string>;
  readonly locked: ReadonlySet<string>;
  readonly buffers: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
  readonly today: string;
  readonly reports: ReadonlyMap<string, string | undefined>;
  /** Whether files were slow to answer. */
  readonly isSlow: boolean;
}

/** A workspace over files in memory to which steps happen. */
export class Player {
  readonly #turns: Turns;
  readonly #watched: Watched;
  readonly #told: string[] = [];
  /** What was last said to be shown of each document. */
  readonly #shown = new Map<string, string>();

  /** @param seed what waits has its turn in an order that this chooses */
  constructor(seed: number) {
    this.#turns = new Turns(seed);
    this.#watched = new Watched(new SlowFiles(this.#turns), () => this.#turns.wait());
  }

  /** Begins where another one was at rest. */
  static async from(rest: Rest, seed: number): Promise<Player> {
    const player = new Player(seed);
    const watched = player.#watched;
    for (const [key, text] of rest.files) watched.files.texts.set(key, text);
    for (const key of rest.locked) watched.files.locked.add(key);
    watched.today = rest.today;
    for (const [key, text] of rest.buffers) void watched.type(key, text);
    void watched.look(...rest.folders);
    await player.#comeToRest();
    for (const [root, id] of rest.reports)
      if (id !== undefined) watched.hostAt(root)?.engine.chooseReport(id);
    player.#turns.isSlow = rest.isSlow;
    player.#show();
    return player;
  }

  /** Has the order of turns chosen anew. */
  reseed(seed: number): void {
    this.#turns.reseed(seed);
  }

  get files(): ReadonlyMap<string, string> {
    return this.#watched.files.texts;
  }

  get buffers(): ReadonlyMap<string, string> {
    return this.#watched.buffers;
  }

  /** What it has come to. */
  get rest(): Rest {
    const { files, buffers, folders, today, workspace } = this.#watched;
    const reports = workspace.programs.map(
      ({ folder, engine }) => [folder.root, engine.program.chosenReport] as const,
    );
    return {
      files: new Map(files.texts),
      locked: new Set(files.locked),
      buffers: new Map(buffers),
      folders,
      today,
      reports: new Map(reports),
      isSlow: this.#turns.isSlow,
    };
  }

  /** Has a step happen. What has changed of files is told later, by a step of its own or when it comes to rest. */
  async take(step: Step): Promise<void> {
    const watched = this.#watched;
    const { texts, locked } = watched.files;
    // Whether a folder that cannot be read is there is told by events of its own.
    const before = locked.size > 0 ? foldersOf(texts) : new Set<string>();
    switch (step.does) {
      case 'write':
        texts.set(step.key, step.text);
        this.#told.push(step.key);
        break;
      case 'remove':
        if (texts.delete(step.key)) this.#told.push(step.key);
        break;
      case 'move':
        this.#move(step.from, step.to);
        break;
      case 'type':
        void watched.type(step.key, sourceOf(step.text).text);
        break;
      case 'close':
        void watched.close(step.key);
        break;
      case 'lock':
        if (step.isLocked) watched.files.locked.add(step.key);
        else watched.files.locked.delete(step.key);
        this.#told.push(step.key.replace(/\/$/, ''));
        break;
      case 'tell':
        void watched.workspace.filesChanged(this.#told.splice(0));
        break;
      case 'look':
        void watched.look(...step.folders);
        break;
      case 'report': {
        const host = watched.hostAt(step.root);
        if (host) watched.workspace.chooseReport(host, step.id);
        break;
      }
      case 'day':
        watched.today = step.today;
        watched.workspace.updateToday();
        break;
      case 'pace':
        this.#turns.isSlow = step.isSlow;
        break;
      case 'turns':
        await this.#turns.take(step.count);
        break;
    }
    const after = before.size > 0 ? foldersOf(texts) : before;
    for (const folder of [...before, ...after])
      if (before.has(folder) !== after.has(folder)) this.#told.push(folder);
    this.#show();
  }

  /** Tells all that has not been told, waits, and compares with one read anew. @throws AssertionError where they differ */
  async compare(): Promise<void> {
    const watched = this.#watched;
    void watched.workspace.filesChanged(this.#told.splice(0));
    await this.#comeToRest();
    this.#show();
    assert.deepEqual(watched.picture(), (await watched.afresh()).picture());
    for (const key of new Set([...watched.files.texts.keys(), ...this.#shown.keys()]))
      assert.equal(this.#shown.get(key) ?? '[]', JSON.stringify(watched.shownAt(key)), `told of ${key}`);
    assert.ok(watched.progress.length === 0 || watched.progress.at(-1) === 'over', 'indexing is over');
    watched.progress.length = 0;
  }

  /** Of a folder that goes editors tell by its own name only. */
  #move(from: string, to: string): void {
    const { texts } = this.#watched.files;
    for (const [key, text] of [...texts]) {
      if (key !== from && !key.startsWith(`${from}/`)) continue;
      const moved = to + key.slice(from.length);
      texts.delete(key);
      texts.set(moved, text);
      this.#told.push(from, moved);
    }
  }

  async #comeToRest(): Promise<void> {
    const { workspace } = this.#watched;
    let idle: Promise<void> | undefined;
    while (idle !== workspace.idle) {
      idle = workspace.idle;
      await this.#turns.until(idle);
    }
  }

  #show(): void {
    const { changedKeys } = this.#watched;
    for (const key of changedKeys) this.#shown.set(key, JSON.stringify(this.#watched.shownAt(key)));
    changedKeys.clear();
  }
}

/** The folders in which files lie, those around them included. */
function foldersOf(texts: ReadonlyMap<string, string>): Set<string> {
  const folders = new Set<string>();
  for (const key of texts.keys())
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1))
      folders.add(key.slice(0, end));
  return folders;
}
