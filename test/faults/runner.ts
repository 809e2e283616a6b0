import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Order, Outcome } from './runs.ts';

/** How long a run may take before it counts as held up, in milliseconds. */
const patience = 60_000;

/** A process that runs the built command many times (runs.ts), so that no run pays for the start of one. */
export class Runner {
  readonly #compiled = mkdtempSync(join(tmpdir(), 'tickmark-'));
  readonly #process: ChildProcess = fork(
    fileURLToPath(new URL('runs.ts', import.meta.url)),
    [this.#compiled],
    // What the command writes is caught; it sees no terminal.
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );

  readonly #ended = new AbortController();

  constructor() {
    this.#process.once('exit', () => this.#ended.abort());
  }

  /** Runs a command. @throws Error where it does not end, or ends the process; then no other can be run */
  async run(order: Order): Promise<Outcome> {
    this.#process.send(order);
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(patience), this.#ended.signal]);
      const [outcome]: Outcome[] = await once(this.#process, 'message', { signal });
      return outcome ?? assert.fail('nothing came of it');
    } catch (error) {
      this.#process.kill('SIGKILL');
      throw new Error(`${order.args.join(' ')} did not end`, { cause: error });
    }
  }

  end(): void {
    this.#process.kill();
    rmSync(this.#compiled, { recursive: true });
  }
}
