// The bundles that VS Code loads: the language server and the extension, each for a process of Node and for a worker.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './toolchain.mjs';

const shared = { absWorkingDir: root, bundle: true, logLevel: 'warning' };

/** Names the sources that the server is built from: what one build keeps in a cache no other takes for its own. */
function buildName() {
  const hash = createHash('sha256');
  const sources = join(root, 'server', 'src');
  const names = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const file of [join(root, 'package-lock.json'), ...names.sort()])
    hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** For a process of Node, from the oldest Node that runs the server. */
export const forNode = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: { TICKMARK_BUILD: JSON.stringify(buildName()) },
};

/** For a worker of a browser. */
export const forBrowser = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  target: 'es2023',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  define: { global: 'globalThis' },
};

/** Bundles the language server into server/dist; throws what esbuild finds wrong. */
export async function bundleServer() {
  const node = { entryPoints: ['server/src/lsp/main.node.ts'], outfile: 'server/dist/lsp.cjs' };
  const browser = { entryPoints: ['server/src/lsp/browser.ts'], outfile: 'server/dist/lsp.browser.js' };
  await Promise.all([
    bundle({ ...forNode, ...node, minify: true }),
    bundleLauncher('lsp'),
    bundle({ ...forBrowser, ...browser, format: 'iife', minify: true }),
  ]);
}

/** Bundles what starts a program of server/dist, beside it. */
export function bundleLauncher(program) {
  const launched = JSON.stringify(`./${program}.cjs`);
  return bundle({
    ...forNode,
    entryPoints: ['server/src/launch.ts'],
    outfile: `server/dist/launch.${program}.cjs`,
    define: { ...forNode.define, PROGRAM: launched },
    external: ['./*.cjs'],
    banner: { js: '#!/usr/bin/env node' },
    minify: true,
  });
}

/**
 * Bundles the extension into client/dist; throws what esbuild finds wrong.
 * @param {{ readonly minify: boolean }} options small, or easy to debug
 */
export async function bundleClient({ minify }) {
  const more = { external: ['vscode'], minify, sourcemap: !minify };
  const node = { entryPoints: ['client/src/main.node.ts'], outfile: 'client/dist/main.node.cjs' };
  const browser = { entryPoints: ['client/src/main.browser.ts'], outfile: 'client/dist/main.browser.cjs' };
  await Promise.all([
    bundle({ ...forNode, ...node, ...more }),
    bundle({ ...forBrowser, ...browser, ...more }),
  ]);
}

/** Puts whole files in place of the old ones: a test may be starting the server at this moment. */
async function bundle(options) {
  const { outputFiles } = await build({ ...options, write: false });
  for (const { path, contents } of outputFiles) {
    const draft = `${path}.${process.pid}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, contents);
    renameSync(draft, path);
  }
}
