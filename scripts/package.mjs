// `npm run package`: makes the extension's package, dist/tickmark-VERSION.vsix, and fails where it is bigger than it may be.
import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, root, run } from './toolchain.mjs';

install();
const { bundleClient, bundleServer, writeNotices } = await import('./bundle.mjs');

/** How many bytes a package may have. */
const limit = 1024 * 1024;

/**
 * Bundles the extension and packages what .vscodeignore names; vsce prints the files with their sizes.
 * @returns {Promise<string>} the package's path
 * @throws {Error} where vsce fails, after it said why, and where the package is too big
 */
export async function packageExtension() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(root, 'dist', `tickmark-${version}.vsix`);
  // An editor may be installing the package at this moment: it is put in place as a whole.
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  const metafiles = await Promise.all([bundleClient({ minify: true }), bundleServer()]);
  writeNotices('client/dist', metafiles.flat());
  // The rules about credentials have examples, which are invented.
  const invented = ['--allow-package-secrets', 'github', '--allow-package-secrets', 'privatekey'];
  const arguments_ = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    ...invented,
    '--out',
    draft,
  ];
  // The project's own README is about the project, and its pictures are too big to be carried along.
  if (run('vsce', [...arguments_, '--readme-path', 'client/README.md']) !== 0) throw new Error('vsce failed');
  renameSync(draft, file);
  const { size } = statSync(file);
  if (size > limit) {
    throw new Error(
      `${relative(root, file)} has ${size} bytes; ${Math.floor(limit)} are allowed. The biggest files are above.`,
    );
  }
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const file = await packageExtension();
    console.log(`${relative(root, file)}: ${statSync(file).size} bytes of at most ${Math.floor(limit)}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
