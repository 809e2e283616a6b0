// Brings Debian's Pandoc where it is missing: a test of test/core/markdown compares our reading with it.
import { fileURLToPath } from 'node:url';
import { installFromDebian, works } from '../debian/install.mjs';

/** The path of Pandoc; installs Debian's where there is none and the user is root. Throws, saying what to do, elsewhere. */
export function installPandoc() {
  installFromDebian('Pandoc', ['pandoc'], () => works('pandoc', '--version'));
  return 'pandoc';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(installPandoc());
