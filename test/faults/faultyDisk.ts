// The file system of this process with one call that goes wrong. It is put between the product and the disk by replacing the
// functions of `node:fs`, in the sources and in the bundled command alike.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const disk = fileURLToPath(new URL('../../server/src/workspace/disk', import.meta.url));
type Call = (...args: unknown[]) => unknown;
const fs: Record<string, Call> = createRequire(import.meta.url)('node:fs');

/** How a call goes wrong: with an error of the system, as if nothing were there, or with one byte read or written only. */
export const faults = ['EIO', 'ENOENT', 'short'] as const;
export type Fault = (typeof faults)[number];

/** Whether a fault makes any difference to a call of this function: only what reads or writes bytes can do so short. */
export function isFelt(fault: Fault, name: string): boolean {
  return fault !== 'short' || name === 'readSync' || name === 'writeSync';
}

/** A call of the file system: its function, and the file it is about where it names one. */
export interface SeenCall {
  readonly name: string;
  readonly about: string;
}

/** Every function of the file system that the product calls, as its sources import them. */
const originals = new Map(
  readdirSync(disk)
    .map(file => readFileSync(join(disk, file), 'utf8'))
    .flatMap(text => [...text.matchAll(/^import \{([^}]*)\} from 'node:fs';/gm)])
    .flatMap(([, list = '']) => list.split(',').map(name => name.trim()))
    .filter(name => /^\w+Sync$/.test(name))
    .map(name => [name, functionOf(name)] as const),
);

function functionOf(name: string): Call {
  const found = fs[name];
  if (!found) throw new Error(`node:fs has no ${name}`);
  return found;
}

/**
 * Has calls counted from now on, and one of them go wrong; `undo` ends it and gives the calls there were.
 * @param lasts whether every later call about the same path goes wrong too
 */
export function breakDisk(
  fault: Fault,
  at: number,
  lasts = false,
): { readonly undo: () => readonly SeenCall[] } {
  const calls: SeenCall[] = [];
  const broken = (name: string, call: Call, args: unknown[]): unknown => {
    calls.push({ name, about: typeof args[0] === 'string' ? args[0] : '' });
    const broke = calls[at]?.about;
    const isLasting = lasts && broke !== undefined && broke !== '' && broke === args[0];
    if (calls.length - 1 !== at && !isLasting) return call(...args);
    if (fault === 'short') return call(...shortened(name, args));
    if (fault === 'ENOENT' && isObject(args[1]) && args[1]['throwIfNoEntry'] === false) return undefined;
    throw Object.assign(new Error(`${fault}: the disk is broken by a test, ${name}`), {
      code: fault,
      syscall: name,
    });
  };
  for (const [name, original] of originals) {
    fs[name] = (...args) => {
      const result = broken(name, original, args);
      return name === 'opendirSync' && isObject(result) ? watchedFolder(result, broken) : result;
    };
  }
  syncBuiltinESMExports();
  return {
    undo() {
      for (const [name, original] of originals) fs[name] = original;
      syncBuiltinESMExports();
      return calls;
    },
  };
}

/** A folder that was opened: what is read of it counts as a call too. */
function watchedFolder(
  folder: object,
  broken: (name: string, call: Call, args: unknown[]) => unknown,
): object {
  const methods: Record<string, unknown> = { readSync: true };
  return new Proxy(folder, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = (...args: unknown[]): unknown => Reflect.apply(value, target, args);
      return methods[String(name)] ? () => broken('Dir.readSync', call, []) : call;
    },
  });
}

/** The arguments of `readSync` and `writeSync` with a length of one byte; those of others as they are. */
function shortened(name: string, args: readonly unknown[]): unknown[] {
  if (!isFelt('short', name)) return [...args];
  return args.map((value, i) => (i === 3 && typeof value === 'number' ? Math.min(1, value) : value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
