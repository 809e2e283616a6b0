// A child process that is certain to end.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** On Linux: has a process ended when its parent is gone, even killed. */
const guard = '/usr/bin/setpriv';

/** Whether a program gets a process group of its own, so that it can be ended with all its children. */
const grouped = process.platform !== 'win32';

/**
 * Starts a program; it ends with the scope.
 * @param {string[]} command the program and its arguments
 * @param {object} options
 * @param {Record<string, string>} options.env the whole environment
 * @param {(text: string) => void} options.log takes all it prints, piece by piece
 * @param {(cleanup: () => unknown) => void} options.defer of scope.mjs
 * @returns {{ exit: Promise<number>, said: (pattern: RegExp) => Promise<RegExpExecArray> }} its exit code (1 where a
 *   signal ended it), and a wait for something that it prints, which rejects when it ends before
 */
export function start(command, { env, log, defer }) {
  const [program, ...args] = existsSync(guard) ? [guard, '--pdeathsig', 'TERM', '--', ...command] : command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env, detached: grouped });
  const exit = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
  // A program that cannot be started is told of by whoever waits for it.
  exit.catch(() => {});
  defer(() => end(child, exit));

  const streams = [child.stdout, child.stderr];
  for (const stream of streams) stream.setEncoding('utf8').on('data', log);
  const said = pattern =>
    new Promise((resolve, reject) => {
      let heard = '';
      const hear = text => {
        const match = pattern.exec((heard += text));
        if (!match) return;
        for (const stream of streams) stream.off('data', hear);
        resolve(match);
      };
      for (const stream of streams) stream.on('data', hear);
      exit.then(code => reject(new Error(`${command[0]} ended with code ${code}:\n${heard}`)), reject);
    });
  return { exit, said };
}

/** Ends the program, and then what it has started and not ended itself. */
async function end(child, exit) {
  if (child.pid === undefined) return;
  kill(child, 'SIGTERM');
  const timer = setTimeout(() => kill(child, 'SIGKILL'), 5000);
  await exit;
  clearTimeout(timer);
  kill(child, 'SIGKILL');
}

function kill(child, signal) {
  if (!grouped) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // Nobody is left; macOS says EPERM of a group that has ended and was not yet waited for.
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}
