// `npm run test:editor`: runs test/editor inside real editors, and believes nothing but the report the tests wrote.
// VSCODE_TEST_HOST chooses the editors: `desktop`, `server` (a VS Code server's Node extension host), `web` (its web
// extension host), `all` of them, or `auto`: the desktop where it can be had, else the other two.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, root } from '../toolchain.mjs';

install();
const { buildExtension, buildSuite, suite } = await import('./build.mjs');
const { findDesktop, runTestsOnDesktop } = await import('./desktop.mjs');
const { installEditor } = await import('./install.mjs');
const { copyWorkspace, makeSandbox } = await import('./sandbox.mjs');
const { scoped } = await import('./scope.mjs');
const { startServer } = await import('./server.mjs');
const { openPage, runTestsIn } = await import('./workbench.mjs');

/** How long one editor may take, start and end included. */
const seconds = 180;

const hosts = {
  desktop: { name: 'desktop extension host', product: 'desktop', run: onDesktop },
  server: { name: 'node extension host', product: 'server', run: (...args) => onServer('node', ...args) },
  web: { name: 'web extension host', product: 'server', run: (...args) => onServer('web', ...args) },
};

async function onDesktop(sandbox, folder, defer) {
  return runTestsOnDesktop({ executable: await findDesktop(), sandbox, folder, suite: suite.node, defer });
}

async function onServer(host, sandbox, folder, defer) {
  const { server, chromium } = installEditor();
  const { authority, log } = await startServer({ server, sandbox, defer });
  const page = await openPage({ executable: chromium, env: sandbox.env, defer });
  const lines = [];
  const code = await runTestsIn({
    page,
    authority,
    folder,
    host,
    suite: suite[host],
    log: line => lines.push(line),
  });
  return { code, log: () => [...lines, log()].join('\n') };
}

/** The names of the hosts to run, in order. */
async function choose(wanted) {
  if (wanted === 'all') return Object.keys(hosts);
  if (wanted in hosts) return [wanted];
  if (wanted !== 'auto') {
    throw new Error(`VSCODE_TEST_HOST is ${wanted}; it may be auto, all, ${Object.keys(hosts).join(', ')}.`);
  }
  try {
    await findDesktop();
    return ['desktop'];
  } catch (error) {
    console.error(`No desktop VS Code: ${error.message}. Taking the VS Code server and Chromium.`);
    return ['server', 'web'];
  }
}

/** Runs the tests in one host and prints the outcome; gives whether all is well. */
async function passes({ name, product, run }) {
  const { code, log, report } = await scoped(async defer => {
    const sandbox = makeSandbox(defer);
    const folder = copyWorkspace(sandbox, join(root, 'test', 'editor', 'fixture'));
    const outcome = await run(sandbox, folder, defer);
    return { ...outcome, log: outcome.log(), report: read(join(sandbox.home, 'report.json')) };
  }, seconds);

  const tests = report?.tests ?? [];
  const count = state => tests.filter(test => test.state === state).length;
  for (const { title, state, milliseconds, error } of tests) {
    console.log(`  ${state} ${title} (${milliseconds} ms)${error ? `\n${error}` : ''}`);
  }
  const counts = ['passed', 'failed', 'pending'].filter(count).map(state => `${count(state)} ${state}`);
  const result = report ? counts.join(', ') || 'no test ran' : 'the tests left no report';
  const version = report ? `VS Code ${report.version} ${product}` : product;
  console.log(`editor tests, ${name} (${version}): ${result}`);

  const well = code === 0 && count('failed') === 0 && count('passed') > 0;
  if (!well) console.error(`exit code ${code}; the editor said:\n${log}`);
  return well;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

try {
  await buildExtension();
  await buildSuite();
  const chosen = await choose(process.env.VSCODE_TEST_HOST ?? 'auto');
  for (const host of chosen) {
    if (!(await passes(hosts[host]))) process.exitCode = 1;
  }
} catch (error) {
  console.error(`editor tests: ${error.message}`);
  process.exitCode = 1;
}
