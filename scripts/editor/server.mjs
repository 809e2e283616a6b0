// The VS Code server: extension host, file system and language server as on the desktop; its window is a web page.
import { join } from 'node:path';
import { modernNode } from '../toolchain.mjs';
import { start } from './child.mjs';
import { writeSettings } from './sandbox.mjs';

/**
 * Starts a VS Code server on a free port of the loopback interface; it ends with the scope.
 * @param {object} options
 * @param {string} options.server the root of the VS Code server (install.mjs)
 * @param {import('./sandbox.mjs').Sandbox} options.sandbox
 * @param {Record<string, unknown>} [options.settings] the user's settings
 * @param {string[]} [options.args] more arguments of the server
 * @param {(cleanup: () => unknown) => void} options.defer of scope.mjs
 * @returns {Promise<{ authority: string, log: () => string }>} host and port, and what the server has printed
 */
export async function startServer({ server, sandbox, settings, args = [], defer }) {
  writeSettings(join(sandbox.userData, 'data'), settings);
  const command = [
    modernNode(),
    join(server, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', sandbox.userData, '--extensions-dir', sandbox.extensions],
    ...['--disable-workspace-trust', '--disable-telemetry', '--reconnection-grace-time', '1'],
    ...args,
  ];
  // Without a gallery the server asks the network for nothing.
  const { said, log } = start(command, { ...sandbox.env, EXTENSIONS_GALLERY: '{}' }, defer);
  const [, port] = await said(/listening on (\d+)/);
  return { authority: `127.0.0.1:${port}`, log };
}
