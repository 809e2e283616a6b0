// `npm test`: installs what is missing, builds, lints, and runs every test, those in real editors too, and says at the end
// how many ran where. With arguments, runs just those test files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { install, modernNode, oldNode, oldNodeCounts, root, run } from './toolchain.mjs';

install();
const chosen = process.argv.slice(2);
const testing = ['--import', './scripts/keepCompiled.mjs', '--test'];
if (chosen.length > 0) process.exit(run(modernNode(), [...testing, ...chosen]));

const counts = join(root, '.build', 'tests.json');
mkdirSync(join(root, '.build'), { recursive: true });
rmSync(counts, { force: true });

/** Runs a step and ends the run where it fails. */
function step(name, ...args) {
  const status = run(modernNode(), args);
  if (status !== 0) {
    console.error(`npm test: ${name} failed`);
    process.exit(status);
  }
}

/** Runs the tests in real editors, passing on what they print; gives how many passed in each. */
function editorTests() {
  const { stdout, status } = spawnSync(process.execPath, ['scripts/editor/run.mjs'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(stdout);
  if (status !== 0) {
    console.error('npm test: the tests in real editors failed');
    process.exit(1);
  }
  return [...stdout.matchAll(/^editor tests, (.*): (\d+) passed/gm)].map(([, host, passed]) => [
    host,
    Number(passed),
  ]);
}

/** Runs what meets texts of others on the oldest Node too; gives how many passed there. */
function oldNodeTests() {
  if (oldNode() === undefined) {
    console.log(
      `No test ran on Node 20: none is here, and npm has none for ${process.platform}-${process.arch}.`,
    );
    return [];
  }
  rmSync(oldNodeCounts, { force: true });
  step('a test on Node 20', 'scripts/oldNode.mjs');
  return [['Node 20', JSON.parse(readFileSync(oldNodeCounts, 'utf8')).passed]];
}

step('the build', 'scripts/build.mjs');
step('lint', 'scripts/lint.mjs');
/** Node leaves one processor free; of two that is half, and tests mostly wait for the processes that they start. */
const atOnce = Math.max(2, availableParallelism() - 1);
step(
  'a test',
  ...testing,
  `--test-concurrency=${atOnce}`,
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/countTests.mjs',
  `--test-reporter-destination=${counts}`,
  'test/**/*.test.ts',
);
const { passed, skipped } = JSON.parse(readFileSync(counts, 'utf8'));
const ran = [['Node', passed], ...oldNodeTests(), ...editorTests()];
console.log('\nTests passed');
for (const [where, count] of ran) console.log(`  ${String(count).padStart(5)}  ${where}`);
if (skipped > 0) console.log(`  ${String(skipped).padStart(5)}  skipped`);
console.log(`\n${ran.reduce((sum, [, count]) => sum + count, 0)} passed, 0 failed`);
