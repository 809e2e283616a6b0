// The desktop VS Code, where one can be had.
import { join } from 'node:path';
import { root } from '../toolchain.mjs';
import { start } from './child.mjs';
import { cache } from './install.mjs';
import { writeSettings } from './sandbox.mjs';

/**
 * The executable of a desktop VS Code: VSCODE_EXECUTABLE_PATH, or the stable release, downloaded into the cache.
 * @returns {Promise<string>} rejects with the reason, when there is none
 */
export async function findDesktop() {
  if (process.env.VSCODE_EXECUTABLE_PATH) return process.env.VSCODE_EXECUTABLE_PATH;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Error('there is no display (`xvfb-run -a` brings one)');
  }
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ cachePath: join(cache, 'desktop'), reporter: new SilentReporter() });
}

/**
 * Runs tests in a desktop VS Code, which ends with the scope.
 * @param {object} options
 * @param {string} options.executable of VS Code
 * @param {import('./sandbox.mjs').Sandbox} options.sandbox
 * @param {string} options.folder to open
 * @param {string} options.suite the bundled tests, below the project's root
 * @param {(text: string) => void} options.log takes all it prints
 * @param {(cleanup: () => unknown) => void} options.defer of scope.mjs
 * @returns {Promise<number>} its exit code
 */
export async function runTestsOnDesktop({ executable, sandbox, folder, suite, log, defer }) {
  writeSettings(sandbox.userData);
  const command = [
    executable,
    folder,
    `--extensionDevelopmentPath=${root}`,
    `--extensionTestsPath=${join(root, suite)}`,
    `--user-data-dir=${sandbox.userData}`,
    `--extensions-dir=${sandbox.extensions}`,
    // As @vscode/test-electron starts it.
    ...[
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
    ],
    ...['--no-cached-data', '--disable-workspace-trust', '--disable-extensions', '--disable-telemetry'],
  ];
  return start(command, { env: sandbox.env, log, defer }).exit;
}
