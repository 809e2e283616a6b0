// Brings programs of Debian's that tests drive, where they are missing.
import { spawnSync } from 'node:child_process';

/**
 * Installs packages of Debian's unless the program is here, and the user is root. Throws, saying what to do, elsewhere.
 * @param name the program, as its users call it
 * @param packages what apt-get installs
 * @param isHere whether the program runs, with all that it is driven with
 */
export function installFromDebian(name, packages, isHere) {
  if (isHere()) return;
  if (process.getuid?.() !== 0 || !works('apt-get', '--version')) {
    const words = `sudo apt-get install ${packages.join(' ')}`;
    throw new Error(`${name} is missing. Install it (on Debian: ${words}) and try again.`);
  }
  console.error(`Installing ${name} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0)
      throw new Error(`apt-get ${args[0]} failed: see its message above. ${name} was not installed.`);
  }
  if (!isHere()) throw new Error(`apt-get installed ${name}, but it does not run.`);
}

/** Whether a command runs, and ends well. */
export function works(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
