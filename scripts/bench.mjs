// `npm run bench`: installs what is missing, builds, and measures. bench/README.md names the options.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtRevision } from './revision.mjs';
import { install, modernNode, root, run } from './toolchain.mjs';

const options = process.argv.slice(2);
const against = options.indexOf('--against');
install();
if (against < 0 && !options.includes('--no-peers')) installPeers();
const built = run(modernNode(), ['scripts/build.mjs']);
if (built !== 0) process.exit(built);
process.exit(run(modernNode(), against < 0 ? ['bench/bench.ts', ...options] : comparing(against)));

/** What compares this build with that of the revision behind the option. */
function comparing(at) {
  const [revision, ...others] = options.slice(at + 1);
  if (revision === undefined) {
    console.error('--against needs a revision of git: npm run bench -- --against REV');
    process.exit(2);
  }
  return ['bench/against.ts', revision, builtRevision(revision), ...options.slice(0, at), ...others];
}

/** Installs the tools that Tickmark is compared with, when they are missing or older than their lock file. */
function installPeers() {
  const folder = join(root, 'bench', 'peers');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const stamp = join(folder, 'node_modules', '.tickmark-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing the peers of bench/peers/package-lock.json ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed in bench/peers/: see its message above. --no-peers measures without them.');
    process.exit(2);
  }
  writeFileSync(stamp, lock);
}
