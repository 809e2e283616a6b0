// `npm test`: installs what is missing, builds, lints, and runs every test, those in real editors too, and says at the end
// how many ran where. With arguments, runs just those test files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { install, modernNode, oldNode, oldNodeCounts, root, run, start } from './toolchain.mjs';

install();
const chosen = process.argv.slice(2);
const testing = [
  '--import',
  './scripts/keepCompiled.mjs',
  '--import',
  './scripts/seedProperties.mjs',
  '--test',
];
process.env.TICKMARK_SEED ??= seedOfCommit();
if (chosen.length > 0) process.exit(run(modernNode(), [...testing, ...chosen]));

const kept = join(root, '.build');
mkdirSync(kept, { recursive: true });

/** A number that the commit gives: 0 where git knows none. */
function seedOfCommit() {
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' });
  return String(Number.parseInt(stdout?.slice(0, 7) || '0', 16));
}

/** Runs a step and ends the run where it fails. */
function step(name, ...args) {
  const status = run(modernNode(), args);
  if (status !== 0) {
    console.error(`npm test: ${name} failed`);
    process.exit(status);
  }
}

/**
 * Starts a step beside others. When it ends, what it printed is passed on and given; the run ends where it fails. An editor
 * mostly waits, and its tests for it: every other step leaves a processor to it.
 */
async function stepBeside(name, command, args, gives = true) {
  const { status, output } = await start(command, args, { gives });
  process.stdout.write(output);
  if (status !== 0) {
    console.error(`npm test: ${name} failed`);
    process.exit(status);
  }
  return output;
}

/** Runs the tests in real editors, once these are installed; gives how many passed in each. */
async function editorTests(installed) {
  await installed;
  const output = await stepBeside(
    'the tests in real editors',
    process.execPath,
    ['scripts/editor/run.mjs'],
    false,
  );
  return [...output.matchAll(/^editor tests, (.*): (\d+) passed/gm)].map(([, host, passed]) => [
    host,
    Number(passed),
  ]);
}

/** Runs what meets texts of others on the oldest Node too; gives how many passed there. */
async function oldNodeTests() {
  if (oldNode() === undefined) {
    console.log(
      `No test ran on Node 20: none is here, and npm has none for ${process.platform}-${process.arch}.`,
    );
    return [];
  }
  rmSync(oldNodeCounts, { force: true });
  await stepBeside('a test on Node 20', modernNode(), ['scripts/oldNode.mjs']);
  return [['Node 20', JSON.parse(readFileSync(oldNodeCounts, 'utf8')).passed]];
}

/** Runs the test files that patterns name; gives how many tests passed and how many were skipped. */
async function nodeTests(name, options, patterns) {
  const counts = join(kept, `tests-${name}.json`);
  rmSync(counts, { force: true });
  await stepBeside('a test', modernNode(), [
    ...testing,
    ...options,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/countTests.mjs',
    `--test-reporter-destination=${counts}`,
    ...patterns,
  ]);
  return JSON.parse(readFileSync(counts, 'utf8'));
}

step('the build', 'scripts/build.mjs');
/** Node leaves one processor free; of two that is half, and tests mostly wait for the processes that they start. */
const atOnce = Math.max(2, availableParallelism() - 1);
const folders = readdirSync(join(root, 'test'), { withFileTypes: true }).filter(
  entry => entry.isDirectory() && entry.name !== 'core',
);
const others = ['test/*.test.ts', ...folders.map(({ name }) => `test/${name}/**/*.test.ts`)];
console.log(
  `Made-up inputs come from the seed ${process.env.TICKMARK_SEED}. TICKMARK_SEED=N npm test tries others.`,
);
console.log(
  'Running lint and the tests on Node, on Node 20, and in real editors; what each part prints comes when it ends.',
);
const lint = stepBeside('lint', modernNode(), ['scripts/lint.mjs']);
const installed = stepBeside(
  'the installation of the editors',
  process.execPath,
  ['scripts/editor/run.mjs', '--install'],
  false,
);
/** Tests of the engine share nothing, so one process can run them: starting one for each file took as long as the tests. */
const core = nodeTests('core', ['--test-isolation=none'], ['test/core/**/*.test.ts']);
const rest = nodeTests('others', [`--test-concurrency=${atOnce}`], others);
const [old, editors] = await Promise.all([core.then(oldNodeTests), editorTests(installed), lint]);
const tested = [await core, await rest];
const passed = tested.reduce((sum, counts) => sum + counts.passed, 0);
const skipped = tested.reduce((sum, counts) => sum + counts.skipped, 0);
const ran = [['Node', passed], ...old, ...editors];
console.log('\nTests passed');
for (const [where, count] of ran) console.log(`  ${String(count).padStart(5)}  ${where}`);
if (skipped > 0) console.log(`  ${String(skipped).padStart(5)}  skipped`);
console.log(`\n${ran.reduce((sum, [, count]) => sum + count, 0)} passed, 0 failed`);
