// `npm run build`: bundles the command, the language server and the library entry into server/dist, the extension into
// client/dist.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './toolchain.mjs';

install();
const { bundleClient, bundleCommand, bundleLibrary, bundleServer, writeNotices } = await import(
  './bundle.mjs'
);
const [server, command, library, client] = await Promise.all([
  bundleServer(),
  bundleCommand(),
  bundleLibrary(),
  bundleClient({ minify: true }),
]);
try {
  writeNotices('server/dist', [server, command, library].flat());
  writeNotices('client/dist', [client, server].flat());
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
// npm takes nothing into the command's package from outside its folder.
cpSync(join(root, 'LICENSE'), join(root, 'server', 'dist', 'LICENSE'));

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
