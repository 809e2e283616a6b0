// Brings Debian's Neovim where it is missing: the tests of test/neovim drive it.
import { fileURLToPath } from 'node:url';
import { installFromDebian, works } from '../debian/install.mjs';

/** The path of Neovim; installs Debian's where there is none and the user is root. Throws, saying what to do, elsewhere. */
export function installNeovim() {
  installFromDebian('Neovim', ['neovim'], () => works('nvim', '--version'));
  return 'nvim';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(installNeovim());
