// Runs tests on the oldest Node that the product runs on, which cannot run .ts files: they are bundled first. With arguments,
// runs just those test files.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { oldNode, oldNodeCounts, root, run } from './toolchain.mjs';

/**
 * What is run where nothing else is asked for: whatever meets texts of others. The rest of the engine is the same JavaScript
 * on every Node, and running all of it twice would cost minutes.
 */
const folders = ['catalog', 'formats', 'text', 'yaml'].map(name => join('test', 'core', name));
const files = ['markdown/prose', 'markdown/scan', 'rules/examples', 'rules/questions/secretsIn'].map(name =>
  join('test', 'core', `${name}.test.ts`),
);

/** What shows only how the time grows, which is so on every Node, and takes long. */
const slow = ['hostile.test.ts'];

/** Tests find what they read by where they lie, so a bundled module says that it lies where its source does. */
const whereTheyLie = {
  name: 'where they lie',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
    }));
  },
};

const node = oldNode();
if (node === undefined) {
  console.error(`No Node 20 is here, and npm has none for ${process.platform}-${process.arch}.`);
  process.exit(2);
}
const chosen = process.argv.slice(2);
const bundles = await bundleTests(chosen.length > 0 ? chosen : [...folders.flatMap(testsIn), ...files]);
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
const counting = ['--test-reporter=./scripts/countTests.mjs', `--test-reporter-destination=${oldNodeCounts}`];
const seeded = ['--import', './scripts/seedProperties.mjs'];
process.exit(run(node, [...seeded, '--test', '--test-concurrency=1', ...reporters, ...counting, ...bundles]));

/** The test files in a folder and the folders in it. */
function testsIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts') && !slow.includes(name))
    .map(name => join(folder, name));
}

/** Bundles test files into .build, each to a file of its own, and gives the paths of those. */
async function bundleTests(tests) {
  const outdir = join(root, '.build', 'node20');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...{ absWorkingDir: root, entryPoints: tests, outbase: root, outdir, outExtension: { '.js': '.mjs' } },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20' },
    ...{ packages: 'external', logLevel: 'warning', plugins: [whereTheyLie] },
  });
  return tests.map(test => join(outdir, test.replace(/\.ts$/, '.mjs')));
}
