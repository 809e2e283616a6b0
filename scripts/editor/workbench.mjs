// The window of a VS Code server: its workbench in a headless Chromium.
import { existsSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../toolchain.mjs';

const types = {
  '.cjs': 'text/javascript',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** @typedef {{ scheme: string, authority: string, path: string }} Uri as VS Code takes it */

/** Where the page finds the project. */
const served = '/tickmark-extension/';

/**
 * Opens an empty page that reaches nothing but the loopback interface; it ends with the scope.
 * @param {object} options
 * @param {string} options.executable of a Chromium
 * @param {Record<string, string>} options.env
 * @param {(cleanup: () => unknown) => void} options.defer of scope.mjs
 * @param {object} [options.context] more options of Playwright's browser.newContext
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openPage({ executable, env, defer, context: more = {} }) {
  const browser = await chromium.launch({
    executablePath: executable,
    env,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      // Chromium's sandbox does not run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
  defer(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...more });
  await context.route(/^https?:\/\/(?!127\.0\.0\.1:)/, route => route.abort());
  return context.newPage();
}

/**
 * Opens a folder in the workbench with an extension under development, runs tests beside it, and gives the exit code that
 * the workbench names once they have run. It is 0 also when the extension host died on the way. It throws where the page asked
 * for anything of `.example`: the tests write such addresses where an editor must see no more than text.
 * @param {object} options
 * @param {import('playwright-core').Page} options.page
 * @param {string} options.address of the workbench with the folder
 * @param {Uri} options.extension where it comes from decides the kind of extension host
 * @param {Uri} options.suite the bundled tests
 * @param {(text: string) => void} options.log takes what the workbench and the extension host say
 * @returns {Promise<number>}
 */
export async function runTestsIn({ page, address, extension, suite, log }) {
  await configure(page, { extensions: [extension], extensionTestsPath: suite });
  await page.exposeFunction('codeAutomationLog', (_, parts) => log(`${parts.join(' ')}\n`));
  const exit = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
  const fetched = [];
  page.on('request', request => {
    if (new URL(request.url()).hostname.endsWith('.example')) fetched.push(request.url());
  });
  await page.goto(address);
  const code = await exit;
  if (fetched.length > 0) throw new Error(`text of a document was fetched from: ${fetched.join(' ')}`);
  return code;
}

/**
 * Serves the project beside the workbench: the web extension host loads only what comes over http.
 * @param {import('playwright-core').Page} page
 * @param {string} authority of the VS Code server
 * @returns {Promise<(path: string) => Uri>} gives where a path below the project's root is found
 */
export async function serveProject(page, authority) {
  await page.context().route(`http://${authority}${served}**`, route => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(served.length);
    const file = join(root, path);
    return file.startsWith(root + sep) && existsSync(file)
      ? route.fulfill({ path: file, contentType: types[extname(file)] ?? 'text/plain' })
      : route.fulfill({ status: 404, body: '' });
  });
  return path => ({ scheme: 'http', authority, path: served + path });
}

/**
 * Adds development options to the configuration that the page carries in a meta element: the query parameter made for
 * them is read by builds from source only. 'interactive' comes before the workbench's deferred script. (Answering the
 * document itself from a route would make Chromium block its loopback WebSocket.)
 */
async function configure(page, options) {
  await page.addInitScript(added => {
    document.addEventListener('readystatechange', () => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (document.readyState !== 'interactive' || !meta) return;
      const settings = JSON.parse(meta.getAttribute('data-settings'));
      settings.developmentOptions = { ...settings.developmentOptions, ...added };
      meta.setAttribute('data-settings', JSON.stringify(settings));
    });
  }, options);
}
