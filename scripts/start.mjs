// `npm start [-- PATH ...]`: builds, then checks examples/ (or the folders named) and shows what is covered. Ends with 0
// whatever is found.

import { spawnSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { install, modernNode, root, run } from './toolchain.mjs';

install();
if (run(modernNode(), ['scripts/build.mjs']) !== 0) process.exit(2);

// npm runs scripts in the project's folder; a path is meant from where the user called it.
const from = process.env.INIT_CWD ?? process.cwd();
const named = process.argv.slice(2);
const paths = named.length > 0 ? named.map(path => resolve(from, path)) : [resolve(root, 'examples')];
const command = resolve(root, 'server/dist/tickmark.cjs');
const tickmark = (...args) =>
  spawnSync(process.execPath, [command, ...args], { cwd: from, stdio: 'inherit' }).status;

console.log(`\nFindings in ${paths.map(path => relative(from, path) || '.').join(', ')}\n`);
const checked = tickmark('check', ...paths);
console.log('\nCoverage\n');
const covered = tickmark('coverage', ...paths);
if (checked === 2 || covered === 2) console.log('\nThis could not run: the message above says why.');
console.log(`
What to try next
  npm start -- PATH                     the same for a folder of yours
  node ${relative(from, command)} explain CC6.1             what a criterion asks for
  node ${relative(from, command)} explain criteria/unknown  what a rule finds, and why
  node ${relative(from, command)} check PATH --format json  for other programs and for CI
`);
