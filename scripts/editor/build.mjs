// Bundles the extension for both kinds of extension host, its language server, and the tests that run beside it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, root } from '../toolchain.mjs';

/** Where the language server comes from. */
const server = { node: 'test/editor/stub/node.ts', browser: 'test/editor/stub/browser.ts' };

/** The bundled tests, below the project's root. */
export const suite = { node: '.build/editor/suite.node.cjs', web: '.build/editor/suite.web.cjs' };

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  sourcemap: true,
  external: ['vscode'],
  logLevel: 'warning',
};
const node = { ...shared, platform: 'node' };
const browser = {
  ...shared,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  define: { global: 'globalThis' },
};

/** Bundles the extension and its language server into the two dist folders; throws what esbuild finds wrong. */
export async function buildExtension() {
  const { build } = await import('esbuild');
  await Promise.all([
    build({ ...node, entryPoints: ['client/src/main.node.ts'], outfile: 'client/dist/main.node.cjs' }),
    build({
      ...browser,
      entryPoints: ['client/src/main.browser.ts'],
      outfile: 'client/dist/main.browser.cjs',
    }),
    build({ ...node, entryPoints: [server.node], outfile: 'server/dist/lsp.cjs' }),
    build({
      ...browser,
      entryPoints: [server.browser],
      outfile: 'server/dist/lsp.browser.js',
      format: 'iife',
    }),
  ]);
}

/**
 * Bundles every file of test/editor/suite behind the entry of each kind of extension host. The entry comes first: it
 * makes mocha's globals, which the test files then call.
 */
export async function buildSuite() {
  const { build } = await import('esbuild');
  const resolveDir = join(root, 'test', 'editor');
  const tests = readdirSync(join(resolveDir, 'suite'), { encoding: 'utf8' })
    .filter(name => name.endsWith('.suite.ts'))
    .map(name => `import './suite/${name}';`);
  const entry = name => ({ contents: [`export { run } from './${name}';`, ...tests].join('\n'), resolveDir });
  await Promise.all([
    build({ ...node, external: ['vscode', 'mocha'], stdin: entry('index.node.ts'), outfile: suite.node }),
    build({ ...browser, stdin: entry('index.web.ts'), outfile: suite.web }),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  await buildExtension();
  await buildSuite();
}
