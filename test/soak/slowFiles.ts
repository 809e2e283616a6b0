import type { Awaitable, Files, Listing, Unreadable } from '../../server/src/workspace/files.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import type { TextFiles } from '../workspace/watched.ts';
import type { Turns } from './turns.ts';

/** Files in memory that answer when their turn comes: what they say is of some moment between question and answer. */
export class SlowFiles implements TextFiles {
  readonly #memory = new MemoryFiles();
  readonly #turns: Turns;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  get texts(): Map<string, string> {
    return this.#memory.texts;
  }

  get locked(): Set<string> {
    return this.#memory.locked;
  }

  read(file: string): Awaitable<string | Unreadable | undefined> {
    return this.#atSomeMoment(() => this.#memory.textOf(file));
  }

  look(...asked: Parameters<Files['look']>): ReturnType<Files['look']> {
    return this.#atSomeMoment(() => this.#memory.look(...asked));
  }

  list(folder: string): Awaitable<Listing> {
    return this.#turns.isSlow ? this.#walk(folder) : this.#memory.list(folder);
  }

  upwards(folder: string): readonly string[] {
    return this.#memory.upwards(folder);
  }

  async #atSomeMoment<Answer>(answer: () => Answer): Promise<Awaited<Answer>> {
    const early = this.#turns.chance(0.5) ? await answer() : undefined;
    await this.#turns.wait();
    return early ?? (await answer());
  }

  /** Lists one folder after the other, as a disk is listed: what moves meanwhile may be seen twice or not at all. */
  async #walk(folder: string): Promise<Listing> {
    await this.#turns.wait();
    const names = new Set(this.#memory.list(folder).documents.map(path => path.split('/', 1)[0] ?? ''));
    const found = new Set<string>();
    for (const name of names) {
      if (this.#turns.chance(0.4)) await this.#turns.wait();
      for (const path of this.#memory.list(folder).documents)
        if (path === name || path.startsWith(`${name}/`)) found.add(path);
    }
    return { documents: [...found].sort(), unreadable: this.#memory.list(folder).unreadable };
  }
}
