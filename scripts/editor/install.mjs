// Brings what the tests inside a real VS Code need: the VS Code server (the one inside npm's code-server, itself never
// run) and a Chromium to open its workbench. They lie in a cache outside the project: 600 MB nobody should meet in
// `npm ci`. A second run finds them and is done.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modernNode } from '../toolchain.mjs';

/** The npm release of code-server; it carries VS Code 1.139.1. */
const release = '4.139.1';

/** Written last: an install without it was cut short. */
const stamp = 'complete';

/** Where Chromium is looked for, the lightest first; CHROMIUM names another. */
const browsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The folder that holds whatever is too big for the project: $TICKMARK_CACHE, or ~/.cache/tickmark. */
export const cache = resolve(process.env.TICKMARK_CACHE ?? join(homedir(), '.cache', 'tickmark'));

/**
 * Installs the VS Code server unless it is there. Two installs at once both work in folders of their own, and the first
 * to finish is kept: a folder under its final name is whole, short of somebody changing it by hand.
 * @returns {string} its root folder
 * @throws {Error} with what to do, when it cannot be installed
 */
export function installServer() {
  const home = join(cache, `code-server-${release}`);
  const server = join(home, 'node_modules', 'code-server', 'lib', 'vscode');
  if (existsSync(join(home, stamp))) return server;

  if (process.platform === 'win32') {
    throw new Error(
      'The VS Code server does not run on Windows. Install VS Code, or set VSCODE_EXECUTABLE_PATH to its executable.',
    );
  }
  say(`Installing the VS Code server (npm code-server ${release}, some 600 MB) into ${home} ...`);
  mkdirSync(cache, { recursive: true });
  removeAbandoned();
  const draft = mkdtempSync(join(cache, 'draft-'));
  try {
    writeFileSync(
      join(draft, 'package.json'),
      JSON.stringify({ private: true, dependencies: { 'code-server': release } }),
    );
    npmInstall(draft);
    npmInstall(join(draft, 'node_modules', 'code-server', 'lib', 'vscode'));
    writeFileSync(join(draft, stamp), release);
    if (existsSync(home) && !existsSync(join(home, stamp))) rmSync(home, { recursive: true, force: true });
    try {
      renameSync(draft, home);
    } catch (error) {
      if (!existsSync(join(home, stamp))) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return server;
}

/** Drafts that nobody has finished for an hour were cut short. */
function removeAbandoned() {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name.startsWith('draft-') && Date.now() - statSync(path).mtimeMs > 3_600_000) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/** No install script is run: the server does without its compiled parts, and the machine may have no compiler. */
function npmInstall(folder) {
  const npm = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const path = [dirname(modernNode()), process.env.PATH].join(delimiter);
  const { status } = spawnSync('npm', npm, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PATH: path },
  });
  if (status !== 0) {
    throw new Error(
      `npm could not install the VS Code server in ${folder}: see its message above. ` +
        'Check that the npm registry can be reached and try again.',
    );
  }
}

/**
 * Finds a Chromium or, as root where there is apt-get, installs one.
 * @returns {string} its executable
 * @throws {Error} with what to do, when there is none
 */
export function installChromium() {
  if (process.env.CHROMIUM) {
    if (existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
    throw new Error(`CHROMIUM names ${process.env.CHROMIUM}, which does not exist.`);
  }
  if (!findChromium() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing chromium-headless-shell with apt-get ...');
    mkdirSync(cache, { recursive: true });
    // apt-get does not wait for another apt-get that updates its lists; flock does.
    spawnSync(
      'flock',
      [
        join(cache, 'apt.lock'),
        'sh',
        '-c',
        'apt-get update -qq; apt-get install -y -qq chromium-headless-shell',
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
    );
  }
  const found = findChromium();
  if (found) return found;
  throw new Error(
    'No Chromium was found. Install one (on Debian: `apt-get install chromium-headless-shell` as root; elsewhere: ' +
      'Chromium or Google Chrome), or set CHROMIUM to the path of its executable.',
  );
}

function findChromium() {
  return browsers.find(path => existsSync(path));
}

function say(text) {
  console.error(text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    say(`VS Code server: ${installServer()}`);
    say(`Chromium: ${installChromium()}`);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
