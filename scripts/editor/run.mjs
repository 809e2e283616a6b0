// `npm run test:editor`: runs test/editor inside real editors, and believes nothing but the report the tests wrote.
// VSCODE_TEST_HOST chooses the editors: `desktop`, `server` (the Node extension host of a VS Code server), `web` (its
// web extension host), `all` of them, or `auto`: the desktop where it can be had, else the other two.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { install, root } from '../toolchain.mjs';

install();
const { buildExtension, buildSuite, suite } = await import('./build.mjs');
const { findDesktop, runTestsOnDesktop } = await import('./desktop.mjs');
const { installChromium, installServer } = await import('./install.mjs');
const { copyWorkspace, makeSandbox } = await import('./sandbox.mjs');
const { scoped } = await import('./scope.mjs');
const { startServer } = await import('./server.mjs');
const { openPage, runTestsIn } = await import('./workbench.mjs');

/** How long one editor may take, start and end included. */
const seconds = 180;

const hosts = {
  desktop: {
    name: 'desktop extension host',
    product: 'desktop',
    find: findDesktop,
    run: (executable, common) => runTestsOnDesktop({ ...common, executable, suite: suite.node }),
  },
  server: {
    name: 'node extension host',
    product: 'server',
    find: findServer,
    run: (editor, common) => onServer('node', editor, common),
  },
  web: {
    name: 'web extension host',
    product: 'server',
    find: findServer,
    run: (editor, common) => onServer('web', editor, common),
  },
};

function findServer() {
  return { program: installServer(), chromium: installChromium() };
}

async function onServer(host, { program, chromium }, { sandbox, folder, log, defer }) {
  const server = await startServer({ program, sandbox, log, defer });
  const page = await openPage({ executable: chromium, env: sandbox.env, defer });
  return runTestsIn({ page, server, folder, host, suite: suite[host], log });
}

/** The names of the hosts to run, in order. */
async function choose(wanted) {
  if (wanted === 'all') return Object.keys(hosts);
  if (Object.hasOwn(hosts, wanted)) return [wanted];
  if (wanted !== 'auto') {
    throw new Error(`VSCODE_TEST_HOST is ${wanted}; it may be auto, all, ${Object.keys(hosts).join(', ')}`);
  }
  try {
    await findDesktop();
    return ['desktop'];
  } catch (error) {
    console.log(
      `editor tests: no desktop VS Code (${error.message}); taking the VS Code server and Chromium`,
    );
    return ['server', 'web'];
  }
}

/** Runs the tests in one host; gives the editor's exit code, and the report where there is one. */
async function runIn({ find, run }, log) {
  const editor = await find();
  return scoped(async defer => {
    const sandbox = makeSandbox(defer);
    const folder = copyWorkspace(sandbox, join(root, 'test', 'editor', 'fixture'));
    const code = await run(editor, { sandbox, folder, log, defer });
    return { code, report: readReport(join(dirname(folder), 'report.json')) };
  }, seconds);
}

/** Runs the tests in one host and prints what came of it; gives whether all is well. */
async function passes(host) {
  const { name, product } = hosts[host];
  const said = [];
  const { code, report, trouble } = await runIn(hosts[host], text => said.push(text)).catch(trouble => ({
    trouble,
  }));

  const tests = report?.tests ?? [];
  for (const { title, state, milliseconds, error } of tests) {
    console.log(`  ${state} ${title} (${milliseconds} ms)${error ? `\n${error}` : ''}`);
  }
  const count = state => tests.filter(test => test.state === state).length;
  const counts = ['passed', 'failed', 'pending'].filter(count).map(state => `${count(state)} ${state}`);
  const version = report ? `VS Code ${report.version} ${product}` : product;
  const outcome = report ? counts.join(', ') || 'there are no tests' : 'the tests left no report';
  console.log(`editor tests, ${name} (${version}): ${trouble?.message ?? outcome}`);

  const well = code === 0 && count('failed') === 0 && count('passed') > 0;
  if (!well) console.log(`  exit code: ${code ?? 'none'}; all that was said: ${keep(host, said.join(''))}`);
  return well;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function keep(host, text) {
  const file = join(root, '.build', 'editor', `${host}.log`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return relative(root, file);
}

try {
  const chosen = await choose(process.env.VSCODE_TEST_HOST ?? 'auto');
  await buildExtension();
  await buildSuite();
  for (const host of chosen) {
    if (!(await passes(host))) process.exitCode = 1;
  }
} catch (error) {
  console.log(`editor tests: ${error.message}`);
  process.exitCode = 1;
}
