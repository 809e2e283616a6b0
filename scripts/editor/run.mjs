// `npm run test:editor`: runs test/editor inside real editors, and believes nothing but the report the tests wrote.
// VSCODE_TEST_HOST chooses the editors: `desktop`, `server` (the Node extension host of a VS Code server, into which the
// package is installed), `web` (its web extension host), `all` of them, or `auto`: the desktop where it can be had, else
// the other two. All run what is in the package. Folders of test/editor may be named: `npm run test:editor -- plain`.
// With --install it only installs the editors.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { install, modernNode, root, run } from '../toolchain.mjs';

install();
const { packageExtension } = await import('../package.mjs');
const { buildSuite, suiteOf } = await import('./build.mjs');
const { findDesktop, runTestsOnDesktop } = await import('./desktop.mjs');
const { installChromium, installServer } = await import('./install.mjs');
const { copyWorkspace, makeSandbox, makeTestExtension } = await import('./sandbox.mjs');
const { scoped } = await import('./scope.mjs');
const { installExtension, startServer } = await import('./server.mjs');
const { openPage, runTestsIn, serveProject } = await import('./workbench.mjs');

/** How long one editor may take with one folder, start and end included. */
const seconds = 300;

/** Makes the folder that is open in the editor while the tests of a folder of test/editor run; gives its path. */
const workspaces = {
  sample: sandbox => copyWorkspace(sandbox, join(root, 'examples', 'brightdesk')),
  plain: sandbox => copyWorkspace(sandbox, join(root, 'test', 'editor', 'workspaces', 'plain')),
  policies: sandbox => copyWorkspace(sandbox, join(root, 'test', 'editor', 'workspaces', 'policies')),
  fixes: writeFixCases,
};

/** A program for each case of the golden files of fixes. */
function writeFixCases({ home }) {
  const folder = join(home, 'workspaces', 'fixes', 'fixes');
  mkdirSync(folder, { recursive: true });
  run(modernNode(), [join('test', 'editor', 'fixes', 'writeCases.ts'), folder]);
  return folder;
}

const hosts = {
  desktop: {
    name: 'desktop extension host',
    product: 'desktop',
    find: findDesktop,
    run: (executable, common) =>
      runTestsOnDesktop({ ...common, executable, suite: suiteOf(common.tests, 'node') }),
  },
  server: {
    name: 'node extension host',
    product: 'server',
    find: findServer,
    run: inNodeHost,
  },
  web: {
    name: 'web extension host',
    product: 'server',
    find: findServer,
    run: inWebHost,
  },
};

function findServer() {
  return { program: installServer(), chromium: installChromium() };
}

async function inNodeHost({ program, chromium }, { file, tests, sandbox, folder, log, defer }) {
  await installExtension({ program, sandbox, file, log, defer });
  const server = await startServer({ program, sandbox, log, defer });
  const page = await openPage({ executable: chromium, env: sandbox.env, defer });
  const at = path => ({ scheme: 'vscode-remote', authority: server.authority, path });
  const extension = at(makeTestExtension(sandbox));
  const suite = at(join(root, suiteOf(tests, 'node')));
  return runTestsIn({ page, address: server.address(folder), extension, suite, log });
}

async function inWebHost({ program, chromium }, { tests, sandbox, folder, log, defer }) {
  const server = await startServer({ program, sandbox, log, defer });
  const page = await openPage({ executable: chromium, env: sandbox.env, defer });
  const at = await serveProject(page, server.authority);
  const [extension, suite] = [at(''), at(suiteOf(tests, 'web'))];
  return runTestsIn({ page, address: server.address(folder), extension, suite, log });
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

/** Runs the tests of a folder in one host; gives the editor's exit code, and the report where there is one. */
async function runIn({ find, run }, { file, tests, log }) {
  const editor = await find();
  return scoped(async defer => {
    const sandbox = makeSandbox(defer);
    const folder = workspaces[tests](sandbox);
    const code = await run(editor, { file, tests, sandbox, folder, log, defer });
    return { code, report: readReport(join(dirname(folder), 'report.json')) };
  }, seconds);
}

/**
 * Runs the tests of a folder in one host and prints what came of it; gives whether all is well.
 * @param {string} file the package
 */
async function passes(host, tests, file) {
  const { name, product } = hosts[host];
  const said = [];
  const log = text => said.push(text);
  const { code, report, trouble } = await runIn(hosts[host], { file, tests, log }).catch(trouble => ({
    trouble,
  }));

  const outcomes = report?.tests ?? [];
  for (const { title, state, milliseconds, error } of outcomes) {
    console.log(`  ${state} ${title} (${milliseconds} ms)${error ? `\n${error}` : ''}`);
  }
  const count = state => outcomes.filter(outcome => outcome.state === state).length;
  const counts = ['passed', 'failed', 'pending'].filter(count).map(state => `${count(state)} ${state}`);
  const version = report ? `VS Code ${report.version} ${product}` : product;
  const outcome = report ? counts.join(', ') || 'there are no tests' : 'the tests left no report';
  console.log(`editor tests, ${name}, ${tests} folder (${version}): ${trouble?.message ?? outcome}`);

  const well = code === 0 && count('failed') === 0 && count('passed') > 0;
  if (!well) {
    const kept = keep(`${host}-${tests}`, said.join(''));
    console.log(`  exit code: ${code ?? 'none'}; all that was said: ${kept}`);
  }
  return well;
}

/** The fixes are many, and the client that applies them is the same in both hosts of a VS Code server. */
function isOfHost(host, tests) {
  return tests !== 'fixes' || host !== 'web';
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function keep(name, text) {
  const file = join(root, '.build', 'editor', `${name}.log`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return relative(root, file);
}

/** Runs the tests of folders, or of all of them where none is named, in hosts. */
async function runTests(chosen, wanted) {
  const file = await packageExtension();
  const every = Object.keys(workspaces).filter(name => wanted.length === 0 || wanted.includes(name));
  if (every.length === 0) throw new Error(`there are tests for ${Object.keys(workspaces).join(', ')}`);
  await Promise.all(every.map(buildSuite));
  // An editor mostly waits, so that of another host runs beside it.
  await Promise.all(
    chosen.map(async host => {
      for (const tests of every.filter(tests => chosen.length === 1 || isOfHost(host, tests))) {
        if (!(await passes(host, tests, file))) process.exitCode = 1;
      }
    }),
  );
}

try {
  const chosen = await choose(process.env.VSCODE_TEST_HOST ?? 'auto');
  const wanted = process.argv.slice(2);
  if (wanted.includes('--install')) for (const host of chosen) await hosts[host].find();
  else await runTests(chosen, wanted);
} catch (error) {
  console.log(`editor tests: ${error.message}`);
  process.exitCode = 1;
}
