// Bundles the extension for both kinds of extension host, its language server, and the tests that run beside it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install, root } from '../toolchain.mjs';

install();
const { build } = await import('esbuild');
const { bundleClient, bundleServer, forBrowser, forNode } = await import('../bundle.mjs');

/** The bundled tests of a folder of test/editor, for a kind of extension host, below the project's root. */
export function suiteOf(tests, host) {
  return `.build/editor/${tests}.${host}.cjs`;
}

/** Bundles the extension, easy to debug, and its language server; throws what esbuild finds wrong. */
export async function buildExtension() {
  await Promise.all([bundleClient({ minify: false }), bundleServer()]);
}

/**
 * Bundles the tests of a folder of test/editor behind the entry of each kind of extension host. The entry comes first: it
 * makes mocha's globals, which the test files then call.
 */
export async function buildSuite(tests) {
  const resolveDir = join(root, 'test', 'editor');
  const files = readdirSync(join(resolveDir, tests)).filter(name => name.endsWith('.suite.ts'));
  const imports = files.map(name => `import './${tests}/${name}';`);
  const bundle = (host, { external = [], ...shared }) =>
    build({
      ...shared,
      sourcemap: true,
      external: ['vscode', ...external],
      stdin: { contents: [`export { run } from './index.${host}.ts';`, ...imports].join('\n'), resolveDir },
      outfile: suiteOf(tests, host),
    });
  await Promise.all([bundle('node', { ...forNode, external: ['mocha'] }), bundle('web', forBrowser)]);
}
