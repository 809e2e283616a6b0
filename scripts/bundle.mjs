// The bundles: the command, the library, and what VS Code loads, the language server and the extension, for a process of Node
// and for a worker. Each says what it was made of.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { noticesName, noticesOf } from './notices.mjs';
import { root } from './toolchain.mjs';

const shared = { absWorkingDir: root, bundle: true, logLevel: 'warning', metafile: true };

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

/** Bundles the command into server/dist, with what starts it; gives the metafiles, and throws what esbuild finds wrong. */
export function bundleCommand() {
  const command = { entryPoints: ['server/src/cli/main.ts'], outfile: 'server/dist/tickmark.cjs' };
  return Promise.all([
    bundle({ ...forNode, ...command, banner: { js: '#!/usr/bin/env node' }, minify: true }),
    bundleLauncher('tickmark', './tickmark.cjs'),
  ]);
}

/** Bundles the library into server/dist; gives the metafiles, and throws what esbuild finds wrong. */
export function bundleLibrary() {
  const library = { entryPoints: ['server/src/core/index.ts'], outfile: 'server/dist/core.js' };
  const anywhere = { format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], target: 'es2023' };
  return Promise.all([bundle({ ...forNode, ...library, ...anywhere })]);
}

/**
 * The parts of packages for Node, which they offer only where no browser is built for: the language server has both in one
 * file.
 */
const partsForNode = {
  name: 'parts for Node',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-[a-z-]+\/node$/ }, ({ path, importer }) => ({
      path: createRequire(importer).resolve(path),
    }));
  },
};

/**
 * Bundles the language server into server/dist, for a process of Node and for a worker: one file, because the engine is most
 * of it. It is a script, not a module, and servers of web pages know what it is by its name, so it lies in a folder that has
 * Node take it for a script too. Gives the metafiles, and throws what esbuild finds wrong.
 */
export function bundleServer() {
  const folder = join(root, 'server', 'dist', 'lsp');
  put(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  return Promise.all([
    bundle({
      ...forBrowser,
      entryPoints: ['server/src/lsp/main.ts'],
      outfile: join(folder, 'lsp.js'),
      format: 'iife',
      target: [forNode.target, forBrowser.target],
      define: forNode.define,
      external: builtinModules.flatMap(name => [name, `node:${name}`]),
      plugins: [partsForNode],
      minify: true,
    }),
    bundleLauncher('lsp', './lsp/lsp.js'),
  ]);
}

/** Bundles what starts a program of server/dist, which its path from there names. */
function bundleLauncher(name, program) {
  return bundle({
    ...forNode,
    entryPoints: ['server/src/launch.ts'],
    outfile: `server/dist/launch.${name}.cjs`,
    define: { ...forNode.define, PROGRAM: JSON.stringify(program) },
    external: [program],
    banner: { js: '#!/usr/bin/env node' },
    minify: true,
  });
}

/**
 * Bundles the extension into client/dist; gives the metafiles, and throws what esbuild finds wrong.
 * @param {{ readonly minify: boolean }} options small, or easy to debug
 */
export function bundleClient({ minify }) {
  const more = { external: ['vscode'], minify, sourcemap: !minify };
  const node = { entryPoints: ['client/src/main.node.ts'], outfile: 'client/dist/main.node.cjs' };
  const browser = { entryPoints: ['client/src/main.browser.ts'], outfile: 'client/dist/main.browser.cjs' };
  return Promise.all([
    bundle({ ...forNode, ...node, ...more }),
    bundle({ ...forBrowser, ...browser, ...more }),
  ]);
}

/**
 * Writes the notices of bundles into a folder beside them.
 * @throws {Error} where a package may not be handed on
 */
export function writeNotices(folder, metafiles) {
  put(join(root, folder, noticesName), noticesOf(metafiles));
}

/** Writes the bundle, and into .build/metafiles what it was made of; gives that. */
async function bundle(options) {
  const { outputFiles, metafile } = await build({ ...options, write: false });
  for (const { path, contents } of outputFiles) put(path, contents);
  put(join(root, '.build', 'metafiles', `${basename(options.outfile)}.json`), JSON.stringify(metafile));
  return metafile;
}

/** Puts a whole file in place of the old one: a test may be starting the server at this moment. */
function put(path, contents) {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, contents);
  renameSync(draft, path);
}
