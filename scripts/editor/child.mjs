// A child process that is certain to end.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** On Linux: tells a process to end when its parent is gone, even killed. */
const guard = '/usr/bin/setpriv';

/**
 * Starts a program; it ends with the scope.
 * @param {string[]} command the program and its arguments
 * @param {Record<string, string>} env the whole environment
 * @param {(cleanup: () => unknown) => void} defer of scope.mjs
 * @returns {{ exit: Promise<number>, said: (pattern: RegExp) => Promise<RegExpExecArray>, log: () => string }} its exit
 *   code (1 where a signal ended it); a wait for something it prints, which rejects when it ends before; all it printed
 */
export function start(command, env, defer) {
  const [program, ...args] = existsSync(guard) ? [guard, '--pdeathsig', 'TERM', '--', ...command] : command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      log += text;
    });
  }
  const exit = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
  exit.catch(() => {});
  defer(() => end(child, exit));

  const said = pattern =>
    new Promise((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(log);
        if (match) resolve(match);
      };
      look();
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      exit.then(code => reject(new Error(`${command[0]} ended with code ${code}:\n${log}`)), reject);
    });
  return { exit, said, log: () => log };
}

async function end(child, exit) {
  if (child.pid === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await exit;
  clearTimeout(timer);
}
