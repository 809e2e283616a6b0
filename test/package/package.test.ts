import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { noticesOf, packagesIn } from '../../scripts/notices.mjs';
import { metafiles } from './metafiles.ts';
import { unzip } from './zip.ts';

let archive: Buffer;
let files: Map<string, Buffer>;

before(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  const made = /^(dist\/tickmark-\d+\.\d+\.\d+\.vsix): \d+ bytes/m.exec(stdout)?.[1];
  assert.ok(made, stdout);
  archive = readFileSync(made);
  files = unzip(archive);
});

test('the package is no bigger than it may be', () => {
  assert.ok(archive.length <= 1024 * 1024, `${archive.length} bytes`);
});

test('it holds what its manifest names, the servers that the client starts, the schemas for who wants them, the terms of what is bundled, and nothing else', () => {
  const manifest = text('extension/package.json');
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:client|server|snippets|syntaxes)\/[^"]+)"/g)].map(
    ([, path]) => path,
  );
  const servers = ['server/dist/launch.lsp.cjs', 'server/dist/lsp/lsp.js', 'server/dist/lsp/package.json'];
  const documents = ['package.json', 'readme.md', 'LICENSE.txt', 'client/dist/THIRD-PARTY-NOTICES.txt'];
  const schemas = readdirSync('schemas').map(name => `schemas/${name}`);
  const ours = new Set([...named, ...servers, ...documents, ...schemas].map(path => `extension/${path}`));
  const ofFormat = ['[Content_Types].xml', 'extension.vsixmanifest'];
  assert.deepEqual([...files.keys()].sort(), [...ours, ...ofFormat].sort());
});

test('its code is the small one, and refers to no file that is not there', () => {
  for (const path of ['client/dist/main.node.cjs', 'client/dist/main.browser.cjs']) {
    const code = text(`extension/${path}`);
    assert.doesNotMatch(code, /sourceMappingURL/);
    assert.ok(code.split('\n').length < 200, `${path} is minified`);
  }
});

test('its notices have every package of each bundle in it', () => {
  const bundles = ['main.node.cjs', 'main.browser.cjs', 'launch.lsp.cjs', 'lsp.js'];
  const inside = [...files.keys()].filter(path => /\.c?js$/.test(path));
  assert.deepEqual(inside.map(path => path.slice(path.lastIndexOf('/') + 1)).sort(), [...bundles].sort());
  const notices = text('extension/client/dist/THIRD-PARTY-NOTICES.txt');
  assert.equal(notices, noticesOf(metafiles(...bundles)));
  for (const path of packagesIn(metafiles(...bundles))) {
    const { name, version } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
    assert.ok(notices.includes(`\n${name} ${version}\nLicense: `), path);
  }
});

test('its README has no link that leads nowhere outside the project', () => {
  const links = [...text('extension/readme.md').matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
  assert.deepEqual(
    links.filter(target => !target?.startsWith('https://')),
    [],
  );
});

function text(path: string): string {
  const file = files.get(path);
  assert.ok(file, `${path} is not in the package`);
  return file.toString('utf8');
}
