// Brings Debian's Emacs and Eglot where they are missing: the tests of test/emacs drive them.
import { fileURLToPath } from 'node:url';
import { installFromDebian, works } from '../debian/install.mjs';

/**
 * The path of an Emacs that has Eglot, its own or a package; installs Debian's where there is none and the user is root. Throws,
 * saying what to do, elsewhere.
 */
export function installEmacs() {
  const requireEglot = "(progn (require 'package) (package-initialize) (require 'eglot))";
  installFromDebian('Emacs with Eglot', ['emacs-nox', 'elpa-eglot'], () =>
    works('emacs', '--batch', '--eval', requireEglot),
  );
  return 'emacs';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(installEmacs());
