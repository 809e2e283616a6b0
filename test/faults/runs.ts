// A process that runs the built command again and again inside itself, each time with another fault of the file system. It is
// told what to run and sends back what came of it.
import { createRequire, enableCompileCache } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { command } from '../cli/tickmark.ts';
import { breakDisk, type Fault } from './faultyDisk.ts';

const load = createRequire(import.meta.url);
// The command is loaded anew for each run.
enableCompileCache(process.argv[2]);

/** A run of the command in a folder. */
export interface Order {
  readonly folder: string;
  readonly args: readonly string[];
  /** Set in the environment for this run. */
  readonly env: Readonly<Record<string, string>>;
  readonly fails?: FailingCall;
}

/** The call of the file system that goes wrong, and how. */
export interface FailingCall {
  readonly fault: Fault;
  /** The number of the call, from 0. */
  readonly at: number;
}

/** What came of it. */
export interface Outcome {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** The functions of the file system that were called, in their order. */
  readonly calls: readonly string[];
  /** The call that went wrong. */
  readonly broken: string;
}

/** How many turns of the event loop a run may take. */
const mostTurns = 20_000;

/** No call has this number. */
const none: FailingCall = { fault: 'EIO', at: -1 };

async function run({ folder, args, env, fails = none }: Order): Promise<Outcome> {
  const { fault, at } = fails;
  process.chdir(folder);
  process.argv = [process.execPath, command, ...args];
  const before = Object.keys(env).map(name => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  process.exitCode = undefined;
  const written = { stdout: '', stderr: '' };
  const restore = [capture('stdout', written), capture('stderr', written)];
  const disk = breakDisk(fault, at);
  let calls: ReturnType<typeof disk.undo> = [];
  try {
    delete load.cache[load.resolve(command)];
    load(command);
    for (let turn = 0; process.exitCode === undefined && turn < mostTurns; turn++) await setImmediate();
    // What is kept for the next run is written afterward.
    for (let turn = 0; turn < 5; turn++) await setImmediate();
  } finally {
    calls = disk.undo();
    for (const undo of restore) undo();
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  const code = typeof process.exitCode === 'number' ? process.exitCode : undefined;
  process.exitCode = undefined;
  const { name, about } = calls[at] ?? { name: 'none', about: '' };
  return {
    code,
    ...written,
    calls: calls.map(call => call.name),
    broken: `${fault} of ${name} ${about.replace(folder, '')}`,
  };
}

function capture(name: 'stdout' | 'stderr', written: Record<'stdout' | 'stderr', string>): () => void {
  const stream = process[name];
  const { write } = stream;
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  };
  return () => {
    stream.write = write;
    // Each run listens anew.
    stream.removeAllListeners('error');
  };
}

process.on('message', (order: Order) => {
  run(order).then(
    outcome => process.send?.(outcome),
    error => process.send?.({ code: undefined, stdout: '', stderr: String(error), calls: [], broken: 'run' }),
  );
});
