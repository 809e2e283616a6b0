// `npm run build`: bundles the command, the language server and the library entry into server/dist.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './toolchain.mjs';

install();
const { build } = await import('esbuild');
const { bundleLauncher, bundleServer, forNode } = await import('./bundle.mjs');
await build({
  ...forNode,
  entryPoints: ['server/src/cli/main.ts'],
  outfile: 'server/dist/tickmark.cjs',
  banner: { js: '#!/usr/bin/env node' },
  minify: true,
});
await Promise.all([bundleServer(), bundleLauncher('tickmark')]);
await build({
  ...forNode,
  entryPoints: ['server/src/core/index.ts'],
  outfile: 'server/dist/core.js',
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2023',
});

// The types of the library entry: the compiler's own, with the endings that a package's reader looks for.
const types = join(root, 'server', 'dist', 'types');
if (run('tsc', ['--build', 'server/src/core']) !== 0) process.exit(1);
rmSync(types, { recursive: true, force: true });
cpSync(join(root, '.build', 'core'), types, { recursive: true, filter: path => !path.endsWith('.json') });
for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const file = join(types, name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '\.[^']*)\.ts'/g, "$1.js'"));
}
