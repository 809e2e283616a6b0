// The built command as a user runs it: a process of its own, on the Node that the user has.
import assert from 'node:assert/strict';
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built command lies. */
export const command = fileURLToPath(new URL('../../server/dist/tickmark.cjs', import.meta.url));

/** The Node it is run with: the oldest at hand, where npm was started with another than the tests are. */
export const node = process.env['TICKMARK_HOST_NODE'] ?? process.execPath;

/** What a run ended with and wrote. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder, with its output piped. */
export function tickmark(folder: string, ...args: readonly string[]): Run {
  return tickmarkWith({ cwd: folder }, ...args);
}

/** A file, below which no folder can be made: a run keeps nothing for later ones, unless it is told where. */
export const nowhere = fileURLToPath(import.meta.url);

/** Runs the command under circumstances of one's own. */
export function tickmarkWith(options: SpawnSyncOptions, ...args: readonly string[]): Run {
  const { status, stdout, stderr, error } = spawnSync(node, [command, ...args], {
    ...options,
    env: { ...process.env, XDG_CACHE_HOME: nowhere, ...options.env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (error) throw error;
  // Where output does not go to a pipe there is none to tell of.
  return { code: status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

/**
 * Options to run the command as somebody for whom a file's mode counts. The superuser may read anything, so they become
 * nobody (user 65534 by custom).
 */
export const withoutPower: SpawnSyncOptions = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** What the command writes as JSON; the caller says what it takes it for, and tests how far that holds. */
export function tickmarkJson(folder: string, ...args: readonly string[]) {
  const { stdout, stderr } = tickmark(folder, ...args, '--format', 'json');
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

// `npm test` builds first; a test run by itself must not judge an old command.
const sources = fileURLToPath(new URL('../../server/src', import.meta.url));
const newest = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(?:ts|json)$/.test(name))
  .reduce((time, name) => Math.max(time, statSync(join(sources, name)).mtimeMs), 0);
const built = statSync(command, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (built < newest)
  throw new Error(`${command} is missing or older than its sources: run \`npm run build\` first.`);
