// Runs tests on the oldest Node that the product runs on, which cannot run .ts files: they are bundled first. With arguments,
// runs just those test files.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
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

/** What takes long, and shows how the time grows or compares us with a library, which is the same on every Node. */
const slow = [
  'hostile',
  'catalog/readers/robustness',
  'catalog/readers/nist',
  'yaml/corpora',
  'yaml/differential',
].map(name => `${name}.test.ts`);

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
const bundle = await bundleTests(chosen.length > 0 ? chosen : [...folders.flatMap(testsIn), ...files]);
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
const counting = ['--test-reporter=./scripts/countTests.mjs', `--test-reporter-destination=${oldNodeCounts}`];
const seeded = ['--import', './scripts/seedProperties.mjs'];
process.exit(run(node, [...seeded, '--test', ...reporters, ...counting, bundle]));

/** The test files in a folder and the folders in it. */
function testsIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(
      path => path.endsWith('.test.ts') && !slow.some(name => path.endsWith(name.replaceAll('/', sep))),
    );
}

/** Bundles test files into one in .build, since one process can run those of the engine; gives its path. */
async function bundleTests(tests) {
  const outfile = join(root, '.build', 'node20', 'tests.mjs');
  const contents = tests
    .map(test => `import ${JSON.stringify(`./${test.replaceAll('\\', '/')}`)};`)
    .join('\n');
  await build({
    ...{ absWorkingDir: root, stdin: { contents, resolveDir: root }, outfile },
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20' },
    ...{ packages: 'external', logLevel: 'warning', plugins: [whereTheyLie] },
  });
  return outfile;
}
