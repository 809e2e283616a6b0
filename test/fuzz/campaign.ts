import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Input, inputKinds, inputOf } from './input.ts';
import type { Found, Task, Told } from './messages.ts';
import type { FuzzOptions } from './options.ts';
import { supervise } from './supervise.ts';

/** How many inputs of one signature are kept. */
const mostKept = 3;

/** One run of the fuzzer: its workers, how far they are, and what they have found. */
export class Campaign {
  readonly #options: FuzzOptions;
  readonly #begin = performance.now();
  readonly #tried = new Map<string, number>(inputKinds.map(kind => [kind, 0]));
  readonly #found = new Map<string, Found[]>();
  readonly #counts = new Map<string, number>();
  #isOver = false;

  constructor(options: FuzzOptions) {
    this.#options = options;
  }

  /** Tries the inputs of the seed, until all are tried or the time is up. */
  async run(): Promise<void> {
    const { seed, threads, minutes } = this.#options;
    console.log(`fuzz: seed ${seed}, inputs that fail are saved in ${this.#folder}`);
    const over = setTimeout(() => (this.#isOver = true), Math.min(minutes * 60_000, 2 ** 31 - 1));
    const progress = setInterval(() => console.log(this.#progress()), 30_000);
    await Promise.all(Array.from({ length: threads }, (_, i) => this.#share(i)));
    clearTimeout(over);
    clearInterval(progress);
  }

  /** Tries one input, in a process of its own too. */
  async retry(input: Input): Promise<void> {
    await this.#attempt({ input });
  }

  /** Prints what came of it; gives the exit code. */
  report(): number {
    console.log(this.#progress());
    for (const [kind, count] of this.#tried)
      if (count > 0) console.log(`  ${String(count).padStart(9)}  ${kind}`);
    for (const [signature, [first]] of this.#found) {
      console.log(`\n${this.#counts.get(signature)} × ${signature}`);
      if (first) console.log(first.details.slice(0, 2000));
    }
    return this.#found.size > 0 ? 1 : 0;
  }

  get #folder(): string {
    return join(tmpdir(), 'tickmark-fuzz', String(this.#options.seed));
  }

  /** Every nth input, from one worker to the next where one ends before its time. */
  async #share(first: number): Promise<void> {
    const { seed, only, inputs, threads } = this.#options;
    for (let from = first; from < inputs && !this.#isOver; ) {
      const last = await this.#attempt({ seed, only, from, step: threads, end: inputs });
      if (last === undefined) return;
      from = last + threads;
    }
  }

  /** Has a worker do a task; gives the number of the input at which it ended, undefined where nothing is left to do. */
  async #attempt(task: Task): Promise<number | undefined> {
    const { by, number, complaint } = await supervise(
      task,
      told => this.#hear(told, task),
      () => this.#isOver,
    );
    if (by === 'done' || by === 'stopped') return undefined;
    if (number === undefined) throw new Error(`A worker ended before its first input:\n${complaint}`);
    const input = 'input' in task ? task.input : inputOf(task.seed, number, task.only);
    const [reason = ''] = /FATAL ERROR: .*|\w*Error: .*/.exec(complaint) ?? [];
    const signature = by === 'hanging' ? 'hangs' : `ends the process: ${reason}`;
    this.#keep({ number, input, signature, details: complaint }, task);
    return number;
  }

  #hear(told: Told, task: Task): void {
    if ('begun' in told) this.#tried.set(told.kind, (this.#tried.get(told.kind) ?? 0) + 1);
    else if ('found' in told) this.#keep(told.found, task);
  }

  #keep(found: Found, task: Task): void {
    const { signature, number, input } = found;
    this.#counts.set(signature, (this.#counts.get(signature) ?? 0) + 1);
    const kept = this.#found.get(signature) ?? [];
    if (kept.length >= mostKept) return;
    this.#found.set(signature, [...kept, found]);
    const file = join(this.#folder, `${input.kind}-${number}.json`);
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(file, JSON.stringify(input, undefined, 2));
    console.log(
      `fuzz: ${signature}\n  seed ${this.#options.seed}, input ${number}, ${input.kind}, ${input.text.length} characters, saved as ${file}`,
    );
    if ('input' in task) return;
    const only = task.only.length < inputKinds.length ? ` --only ${task.only.join(',')}` : '';
    console.log(
      `  npm run fuzz -- --seed ${task.seed} --input ${number}${only}\n  npm run fuzz -- --file ${file}`,
    );
  }

  #progress(): string {
    const count = [...this.#tried.values()].reduce((sum, one) => sum + one, 0);
    const seconds = (performance.now() - this.#begin) / 1000;
    const faults = [...this.#counts.values()].reduce((sum, one) => sum + one, 0);
    return `fuzz: ${count} inputs in ${Math.round(seconds)} s, ${Math.round(count / seconds)} a second, ${faults} faults of ${this.#found.size} kinds`;
  }
}
