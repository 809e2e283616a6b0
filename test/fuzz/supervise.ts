import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task, Told } from './messages.ts';

const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
/** An input that takes so long hangs, in milliseconds; to begin, and to make an input smaller, takes longer. */
const longestInput = 40_000;
const longestElse = 60_000;
/** How much a worker may keep, in megabytes: an input that needs more ends it. */
const mostHeap = 600;

/** How a worker ended, and the number of the input that it was at. */
export interface End {
  readonly by: 'done' | 'stopped' | 'hanging' | 'itself';
  /** Undefined where it had not begun. */
  readonly number: number | undefined;
  /** The last that it wrote as an error. */
  readonly complaint: string;
}

/**
 * Has a worker do a task, and ends it where it hangs.
 * @param told is told what the worker tells
 * @param isOver asked now and then: whether the worker is to stop
 */
export function supervise(task: Task, told: (told: Told) => void, isOver: () => boolean): Promise<End> {
  const child = fork(worker, {
    execArgv: [`--max-old-space-size=${mostHeap}`],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let by: End['by'] = 'itself';
  let number: number | undefined;
  let complaint = '';
  let silentUntil = performance.now() + longestElse;
  const end = (how: End['by']) => {
    by = how;
    child.kill('SIGKILL');
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  child.on('message', (message: Told) => {
    silentUntil = performance.now() + ('begun' in message ? longestInput : longestElse);
    if ('begun' in message) number = message.begun;
    told(message);
    if ('isDone' in message) end('done');
    else if (isOver()) end('stopped');
  });
  const guard = setInterval(() => {
    if (performance.now() > silentUntil) end('hanging');
  }, 500);
  child.send(task);
  return new Promise(resolve =>
    child.once('close', () => {
      clearInterval(guard);
      resolve({ by, number, complaint });
    }),
  );
}
