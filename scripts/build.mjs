// `npm run build`: bundles the command, the language server and the library entry into server/dist.
import { install, root } from './toolchain.mjs';

install();
const { build } = await import('esbuild');
const shared = { bundle: true, logLevel: 'warning', target: 'node20', platform: 'node', absWorkingDir: root };
await build({
  ...shared,
  entryPoints: ['server/src/cli/main.ts'],
  outfile: 'server/dist/tickmark.cjs',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  minify: true,
});
await build({
  ...shared,
  entryPoints: ['server/src/lsp/main.node.ts'],
  outfile: 'server/dist/lsp.cjs',
  format: 'cjs',
  minify: true,
});
await build({
  ...shared,
  entryPoints: ['server/src/lsp/browser.ts'],
  outfile: 'server/dist/lsp.browser.js',
  format: 'iife',
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  define: { global: 'globalThis' },
  target: 'es2023',
  minify: true,
});
await build({
  ...shared,
  entryPoints: ['server/src/core/index.ts'],
  outfile: 'server/dist/core.js',
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2023',
});
