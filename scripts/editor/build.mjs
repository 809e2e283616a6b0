// Bundles the extension for both kinds of extension host, its language server, and the tests that run beside it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, root } from '../toolchain.mjs';

install();
const { build } = await import('esbuild');
const { bundleClient, bundleServer, forBrowser, forNode } = await import('../bundle.mjs');

/** The bundled tests, below the project's root. */
export const suite = { node: '.build/editor/suite.node.cjs', web: '.build/editor/suite.web.cjs' };

/** Bundles the extension, easy to debug, and its language server; throws what esbuild finds wrong. */
export async function buildExtension() {
  await Promise.all([bundleClient({ minify: false }), bundleServer()]);
}

/**
 * Bundles every file of test/editor/suite behind the entry of each kind of extension host. The entry comes first: it
 * makes mocha's globals, which the test files then call.
 */
export async function buildSuite() {
  const resolveDir = join(root, 'test', 'editor');
  const tests = readdirSync(join(resolveDir, 'suite'), { encoding: 'utf8' })
    .filter(name => name.endsWith('.suite.ts'))
    .map(name => `import './suite/${name}';`);
  const entry = name => ({ contents: [`export { run } from './${name}';`, ...tests].join('\n'), resolveDir });
  const sourcemap = true;
  await Promise.all([
    build({
      ...forNode,
      sourcemap,
      external: ['vscode', 'mocha'],
      stdin: entry('index.node.ts'),
      outfile: suite.node,
    }),
    build({
      ...forBrowser,
      sourcemap,
      external: ['vscode'],
      stdin: entry('index.web.ts'),
      outfile: suite.web,
    }),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildExtension();
  await buildSuite();
}
