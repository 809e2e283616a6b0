// The client imports nothing of the server, and repeats what it must know before that is started.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { areLikely, isLikelyPage, likenessOf } from '../../client/src/likelyPages.ts';
import { endings, folders, markers, siteFiles, siteFolders } from '../../client/src/recognizedNames.ts';
import { isPage } from '../../server/src/core/formats/documentation.ts';
import { documentEndings, isDocument } from '../../server/src/core/formats/layouts/endings.ts';
import * as layouts from '../../server/src/core/formats/layouts/layouts.ts';
import { tellingNames } from '../../server/src/core/formats/sites/sites.ts';

test('the client knows the markers, folders and endings that the server knows', () => {
  assert.deepEqual(markers, layouts.markers);
  assert.deepEqual(folders, layouts.tellingFolders);
  assert.deepEqual(endings, documentEndings);
  const telling = tellingNames.filter(name => !isDocument(name));
  assert.deepEqual([...siteFiles, ...siteFolders.map(name => `${name}/`)].sort(), [...telling].sort());
});

test('it is activated by what marks a program, by documents in all folders that tell one but for controls, by pages at the root, and by a page that is opened', () => {
  const { activationEvents } = JSON.parse(readFileSync('package.json', 'utf8'));
  // Two folders are needed, and a folder of controls holds something else more often than not.
  const pages = endings.filter(ending => !/^ya?ml$/.test(ending));
  const telling = folders.filter(folder => folder !== 'controls');
  assert.deepEqual(activationEvents, [
    'onLanguage:markdown',
    ...[
      ...layouts.programMarkers.flatMap(name => [name, `*/${name}`]),
      ...telling.map(folder => `${folder}/*.{${endings.join(',')}}`),
      // Those about the repository are written in capitals.
      ...['*[Pp]olic*', '*[Pp]olic*/*', '[a-z0-9]*', '[A-Z][a-z]*'].map(
        name => `${name}.{${pages.join(',')}}`,
      ),
    ].map(glob => `workspaceContains:${glob}`),
  ]);
});

test('it takes for a page what the server takes for one', () => {
  for (const path of [
    'a.md',
    'docs/Policy.MDX',
    'README.md',
    'x/CLAUDE.md',
    'LICENSE.md',
    'a.yaml',
    'a.md.tmpl',
    'security/b.md',
  ])
    assert.equal(isLikelyPage(path), isPage(path), path);
});

test('it starts the server for a page that cites, says that it is a policy, or is one among others', () => {
  const likeness = (text: string, path = 'a.md') => likenessOf(text, path);
  for (const text of [
    'SOC 2: CC6.1',
    'CC6.1 and CC6.2',
    'SOC 2: A1.1',
    '---\npolicy: true\n---',
    '---\npolicy: "true" # since May\n---',
    '---\nsatisfies: [CC6.1]\n---',
  ])
    assert.equal(likeness(text), 'sure', text);
  assert.equal(likeness('# Access policy\nStaff sign in.'), 'likely');
  assert.equal(likeness('Employees sign in.', 'policies/access.md'), 'likely');
  assert.equal(likeness('# Encryption Standard\nStaff lock screens.'), 'likely');
  assert.equal(likeness('# Onboarding procedures\nStaff lock screens.'), 'likely');
  for (const text of ['# Retry policy', 'We are ready for SOC 2.', 'CC6.1', 'P1.1 and P1.2', 'A1.1, A1.2'])
    assert.equal(likeness(text), 'none', text);
});

test('it looks into pages until it knows, or the time is up', async () => {
  const texts: Readonly<Record<string, string>> = {
    'access.md': '# Access control policy\nStaff sign in.',
    'backup.md': '# Backup\nEvery night.',
    'cites.md': 'CC6.1 and CC6.2',
    'keys.md': '# Key procedures\nEmployees rotate keys.',
  };
  const looked = async (names: string, mostRead = 10) => {
    const read: string[] = [];
    const areSo = await areLikely(
      names.split(' ').map(name => `${name}.md`),
      async path => {
        read.push(path);
        return texts[path] ?? null;
      },
      () => read.length < mostRead,
    );
    return [areSo, read.length];
  };
  assert.deepEqual(await looked('backup cites access'), [true, 2]);
  assert.deepEqual(await looked('access backup keys cites'), [true, 3]);
  assert.deepEqual(await looked('access gone backup'), [false, 3]);
  assert.deepEqual(await looked('access backup keys', 2), [false, 2]);
});
