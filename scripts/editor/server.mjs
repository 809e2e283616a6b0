// The VS Code server: extension host, file system and language server as on the desktop; its window is a web page.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modernNode } from '../toolchain.mjs';
import { start } from './child.mjs';
import { writeSettings } from './sandbox.mjs';

/**
 * Installs an extension from its package, as a person would.
 * @param {object} options
 * @param {string} options.program the root of the VS Code server (install.mjs)
 * @param {import('./sandbox.mjs').Sandbox} options.sandbox
 * @param {string} options.file the package
 * @param {(text: string) => void} options.log takes all it prints
 * @param {(cleanup: () => unknown) => void} options.defer of scope.mjs
 * @throws {Error} where the server does not take it
 */
export async function installExtension({ program, sandbox, file, log, defer }) {
  const command = [
    modernNode(),
    join(program, 'out', 'server-main.js'),
    ...['--install-extension', file],
    ...['--server-data-dir', sandbox.userData, '--extensions-dir', sandbox.extensions],
    '--accept-server-license-terms',
  ];
  const { exit } = start(command, { env: { ...sandbox.env, EXTENSIONS_GALLERY: '{}' }, log, defer });
  const code = await exit;
  if (code !== 0)
    throw new Error(`${file} could not be installed: the VS Code server ended with code ${code}`);
}

/**
 * Starts a VS Code server on a free port of the loopback interface; it ends with the scope. Whoever reaches it can run
 * code, so it answers only those who know the token.
 * @param {object} options
 * @param {string} options.program the root of the VS Code server (install.mjs)
 * @param {import('./sandbox.mjs').Sandbox} options.sandbox
 * @param {Record<string, unknown>} [options.settings] the user's settings
 * @param {(text: string) => void} options.log takes all it prints
 * @param {(cleanup: () => unknown) => void} options.defer of scope.mjs
 * @returns {Promise<{ authority: string, address: (folder: string) => string, exit: Promise<number> }>} host and port,
 *   the address of the page that opens a folder, and the exit code once the server has ended
 */
export async function startServer({ program, sandbox, settings, log, defer }) {
  writeSettings(join(sandbox.userData, 'data'), settings);
  const token = randomUUID();
  const tokenFile = join(sandbox.home, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const command = [
    modernNode(),
    join(program, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile],
    ...['--server-data-dir', sandbox.userData, '--extensions-dir', sandbox.extensions],
    ...['--accept-server-license-terms', '--disable-workspace-trust', '--disable-telemetry'],
    ...['--reconnection-grace-time', '1'],
  ];
  // Without a gallery the server asks the network for nothing.
  const { said, exit } = start(command, { env: { ...sandbox.env, EXTENSIONS_GALLERY: '{}' }, log, defer });
  const [, port] = await said(/listening on (\d+)/);
  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    address: folder => `http://${authority}/?tkn=${token}&folder=${encodeURIComponent(folder)}`,
    exit,
  };
}
