// A home of its own for each VS Code that is started: it reads nothing of the user's and leaves nothing behind.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../toolchain.mjs';

/**
 * @typedef {object} Sandbox
 * @property {string} home the temporary folder that holds everything else
 * @property {string} userData VS Code's data
 * @property {string} extensions the installed extensions
 * @property {Record<string, string>} env an environment that knows no other home
 */

/** Settings that keep everything away which is not the subject. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // In a browser VS Code saves by itself, on the desktop it does not.
  'files.autoSave': 'off',
};

/** Variables that would tie a new VS Code to the one in whose terminal this runs. */
const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/;

/**
 * Makes a temporary home; it is removed with the scope.
 * @param {(cleanup: () => unknown) => void} defer of scope.mjs
 * @returns {Sandbox}
 */
export function makeSandbox(defer) {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'tickmark-')));
  defer(() => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    home,
    userData: join(home, 'data'),
    extensions: join(home, 'extensions'),
    env: {
      ...Object.fromEntries(kept),
      HOME: home,
      TMPDIR: home,
      XDG_RUNTIME_DIR: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
    },
  };
}

/**
 * Copies a folder into the sandbox, under its own name and into a folder of its own, so that it can be edited freely; gives
 * the copy's path.
 */
export function copyWorkspace({ home }, folder) {
  const workspace = join(home, 'workspaces', basename(folder), basename(folder));
  cpSync(folder, workspace, { recursive: true });
  return workspace;
}

/** Installs the extension, as it was last built. */
export function linkExtension({ extensions }) {
  mkdirSync(extensions);
  symlinkSync(root, join(extensions, 'tickmark'), 'junction');
}

/**
 * Makes an extension that does nothing: VS Code runs tests only beside one that is under development, which an installed
 * one is not. Gives its folder.
 */
export function makeTestExtension({ home }) {
  const folder = join(home, 'tests');
  mkdirSync(folder);
  const manifest = { name: 'tests', publisher: 'tickmark', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** Writes the user's settings below a user-data folder: the quiet ones, and over them the given. */
export function writeSettings(userData, settings = {}) {
  const folder = join(userData, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...quiet, ...settings }));
}
