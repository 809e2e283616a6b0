// `npm run editor [FOLDER]`: opens a folder, the example program unless one is named, in a real VS Code that has the
// extension. On the desktop where VS Code is installed there, else in any browser.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { install, root } from '../toolchain.mjs';

install();
const { buildExtension } = await import('./build.mjs');
const { installServer } = await import('./install.mjs');
const { linkExtension, makeSandbox } = await import('./sandbox.mjs');
const { scoped } = await import('./scope.mjs');
const { startServer } = await import('./server.mjs');

/** The desktop VS Code: VSCODE_EXECUTABLE_PATH, or the `code` command. */
function findCode() {
  if (process.env.VSCODE_EXECUTABLE_PATH) return process.env.VSCODE_EXECUTABLE_PATH;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map(folder => join(folder, name)).find(path => existsSync(path));
}

/** Shows the folder in a new window beside the user's own. */
function openOnDesktop(code, folder) {
  // On Windows `code` is a script, which only a shell runs.
  const shell = process.platform === 'win32';
  const [command, ...args] = [code, '--new-window', `--extensionDevelopmentPath=${root}`, folder].map(part =>
    shell ? `"${part}"` : part,
  );
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell });
  if (error) throw error;
  return status ?? 1;
}

/** Serves the folder until the process is told to stop. */
async function openInBrowser(folder) {
  const program = installServer();
  await scoped(async defer => {
    const sandbox = makeSandbox(defer);
    linkExtension(sandbox);
    const log = () => {};
    const { address, exit } = await startServer({ program, sandbox, log, defer });
    console.log(`Open ${address(folder)}\nin a browser on this machine. Ctrl+C ends it.`);
    throw new Error(`the VS Code server ended with code ${await exit}`);
  });
}

try {
  const folder = resolve(process.argv[2] ?? join(root, 'examples', 'brightdesk'));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  await buildExtension();
  const code = findCode();
  if (code) process.exitCode = openOnDesktop(code, folder);
  else await openInBrowser(folder);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
