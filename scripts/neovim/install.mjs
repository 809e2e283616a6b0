// Brings Debian's Neovim where it is missing: the tests of test/neovim drive it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The path of Neovim; installs Debian's where there is none and the user is root. Throws, saying what to do, elsewhere. */
export function installNeovim() {
  const found = neovim();
  if (found) return found;
  if (process.getuid?.() !== 0 || !works('apt-get', '--version')) {
    throw new Error('Neovim is missing. Install it (on Debian: sudo apt-get install neovim) and try again.');
  }
  console.error('Installing Neovim ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'neovim'],
  ]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0)
      throw new Error(`apt-get ${args[0]} failed: see its message above. Neovim was not installed.`);
  }
  const installed = neovim();
  if (!installed) throw new Error('apt-get installed Neovim, but `nvim --version` does not run.');
  return installed;
}

function neovim() {
  return works('nvim', '--version') ? 'nvim' : undefined;
}

function works(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(installNeovim());
