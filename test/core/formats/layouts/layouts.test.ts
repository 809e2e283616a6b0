import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  layoutNamed,
  layouts,
  markerPattern,
  markers,
  tellingFolders,
} from '../../../../server/src/core/formats/layouts/layouts.ts';
import { roleOf } from '../../../../server/src/core/formats/role.ts';
import { kindOfPath } from '../../../../server/src/core/model/kinds.ts';

describe('a layout', () => {
  it('is found by its name, and our own by any other', () => {
    for (const layout of layouts) assert.equal(layoutNamed(layout.name), layout);
    for (const name of [undefined, '', 'toString', 'other']) assert.equal(layoutNamed(name).name, 'native');
  });

  it('says which of these files are read', () => {
    const paths = [
      'policies/a.md',
      'policies/in/a.md',
      'policies/a.yaml',
      'docs/a.md',
      'LICENSE.md',
      'a.yaml',
    ];
    const readIn = (name: (typeof layouts)[number]['name'], included: boolean) =>
      paths.filter(path => roleOf(path, name, included) !== undefined);
    assert.deepEqual(readIn('native', false), paths);
    assert.deepEqual(readIn('comply', false), ['policies/a.md']);
    assert.deepEqual(readIn('plain', false), ['policies/a.md', 'policies/in/a.md', 'docs/a.md']);
    for (const { name } of layouts) assert.deepEqual(readIn(name, true), paths);
  });

  it('says the kind only by the folders that it looks into', () => {
    const folderIn = (name: (typeof layouts)[number]['name'], path: string) =>
      roleOf(path, name, true)?.folder;
    assert.equal(folderIn('native', 'policies/in/a.md'), 'policy');
    assert.equal(folderIn('comply', 'policies/in/a.md'), undefined);
    assert.equal(folderIn('comply', 'policies/a.md'), 'policy');
  });
});

it('the names that mark a root are no expressions', () => {
  assert.ok(new RegExp(`^(?:${markerPattern})$`).test('comply.yml'));
  assert.equal(new RegExp(`^(?:${markerPattern})$`).test('complyXyml'), false);
  assert.deepEqual(
    markers.filter(name => !/^[a-z]+\.ya?ml$/.test(name)),
    [],
  );
});

it('the folders that tell a layout are named after kinds, but for standards, which are no records', () => {
  assert.deepEqual(
    tellingFolders.filter(folder => kindOfPath(`${folder}/x`) === undefined),
    ['standards'],
  );
});

it('nothing but the descriptors of layouts decides by their names, or lists endings, markers and folders', () => {
  const here = 'server/src/core/formats/layouts/';
  const names = layouts.map(({ name }) => name).join('|');
  const decided = new RegExp(
    `'native'|'comply'|[!=]== '(?:${names})'|case '(?:${names})'|comply\\\\?\\.ya?ml|\\bmd\\b.{1,3}\\bmarkdown\\b|` +
      "'markdown', 'mdx'|\\bnarratives\\b.{1,4}\\bpolicies\\b",
  );
  const found = readdirSync('server/src', { recursive: true, encoding: 'utf8' })
    .map(name => `server/src/${name.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.ts') && !path.startsWith(here))
    .flatMap(path =>
      readFileSync(path, 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')
        .split('\n')
        // A file of an example decides nothing.
        .filter(line => !line.trim().startsWith('=== '))
        .flatMap(line => (decided.test(line) ? [`${path}: ${line.trim()}`] : [])),
    )
    // How a scalar of YAML is written is called plain too.
    .filter(line => !line.includes("style === 'plain'") && !line.includes("style !== 'plain'"));
  assert.deepEqual(found, []);
});
