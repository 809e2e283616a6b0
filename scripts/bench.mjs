// `npm run bench`: installs what is missing, builds, and measures. bench/README.md names the options.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, modernNode, root, run } from './toolchain.mjs';

const options = process.argv.slice(2);
install();
if (!options.includes('--no-peers')) installPeers();
const built = run(modernNode(), ['scripts/build.mjs']);
process.exit(built === 0 ? run(modernNode(), ['bench/bench.ts', ...options]) : built);

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
