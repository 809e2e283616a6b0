// The built command run again and again inside one process, for tests that ask many questions: the start of a process costs more
// than most answers. What depends on the process itself (its environment, its streams, its user) is tested with tickmark.ts.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Runner } from '../faults/runner.ts';
import { nowhere } from './tickmark.ts';

const runner = new Runner();
after(() => runner.end());

/** What a run ended with and wrote. */
interface Run {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder. */
export function tickmark(folder: string, ...args: readonly string[]): Promise<Run> {
  return tickmarkWith({ XDG_CACHE_HOME: nowhere }, folder, ...args);
}

/** Runs the command in a folder with this set in its environment. */
export async function tickmarkWith(
  env: Readonly<Record<string, string>>,
  folder: string,
  ...args: readonly string[]
): Promise<Run> {
  const { code, stdout, stderr } = await runner.run({ folder, args, env });
  return { code, stdout, stderr };
}

/** What the command writes as JSON; the caller says what it takes it for, and tests how far that holds. */
export async function tickmarkJson(folder: string, ...args: readonly string[]) {
  const { stdout, stderr } = await tickmark(folder, ...args, '--format', 'json');
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}
