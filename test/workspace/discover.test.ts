import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { below } from '../../server/src/workspace/files.ts';
import { folderOf } from './folder.ts';

/** What is found at a folder of the fixture, a line each: `root layout: documents`, or `root: notice`. */
async function found(folder: string, at = '', named = true): Promise<string[]> {
  const { programs, notices } = await discover(diskFiles, at === '' ? folder : `${folder}/${at}`, named);
  const shown = (root: string) => (root === folder ? '.' : root.slice(folder.length + 1));
  return [
    ...programs.map(({ root, layout, paths }) => `${shown(root)} ${layout}: ${paths.join(' ')}`),
    ...notices.map(({ root, text }) => `${shown(root)}: ${text}`),
  ];
}

const satisfies = '---\nid: a\nsatisfies: [CC6.1]\n---\n';
const layout = (at: string) => `=== ${at}policies/a.md\n${satisfies}=== ${at}controls/b.md\n${satisfies}`;

describe('an ignore file that cannot be read', { skip: process.platform === 'win32' }, () => {
  it('is told of every program below it, from wherever the program is looked for', async t => {
    const folder = folderOf(t, '=== docs/soc2/tickmark.yaml\n=== docs/soc2/policies/a.md\n');
    for (const at of ['.gitignore', 'docs/.gitignore']) execFileSync('mkfifo', [join(folder, at)]);
    for (const at of ['', '/docs', '/docs/soc2', '/docs/soc2/policies']) {
      const { programs, unreadable } = await discover(diskFiles, folder + at, true);
      const found = programs.flatMap(({ root, unreadable: own }) => own.map(path => below(root, path)));
      assert.deepEqual(found.sort(), [`${folder}/.gitignore`, `${folder}/docs/.gitignore`], at);
      assert.deepEqual(unreadable, [], at);
    }
  });
});

describe('a program is found', () => {
  it('by its manifest, at the folder, above it and below it', async t => {
    const folder = folderOf(t, '=== soc2/tickmark.yaml\n=== soc2/policies/a.md\n=== other/README.md\n');
    const program = 'soc2 native: policies/a.md tickmark.yaml';
    for (const at of ['', 'soc2', 'soc2/policies']) assert.deepEqual(await found(folder, at), [program]);
    assert.deepEqual(await found(folder, 'other'), []);
  });

  it('by its layout, at the folder, above it and below it', async t => {
    const folder = folderOf(t, layout('soc2/'));
    const program = 'soc2 native: controls/b.md policies/a.md';
    for (const at of ['', 'soc2', 'soc2/policies']) assert.deepEqual(await found(folder, at), [program]);
  });

  it("by Comply's file, above a folder too", async t => {
    const folder = folderOf(t, '=== comply.yml\n=== policies/a.md\n');
    for (const at of ['', 'policies'])
      assert.deepEqual(await found(folder, at), ['. comply: comply.yml policies/a.md']);
  });

  it('where the folder itself was named and its pages are policies', async t => {
    const folder = folderOf(
      t,
      '=== docs/access-policy.md\n# Access policy\n=== docs/backup-policy.md\n# Backup policy\n',
    );
    assert.deepEqual(await found(folder, 'docs', true), ['docs plain: access-policy.md backup-policy.md']);
    assert.deepEqual(await found(folder, 'docs', false), []);
  });

  it('never beyond its repository', async t => {
    const folder = folderOf(t, '=== tickmark.yaml\n=== inner/.git/HEAD\n=== inner/policies/a.md\nText.\n');
    assert.deepEqual(await found(folder, 'inner/policies'), []);
  });
});

describe('of several programs', () => {
  it('each has its own documents', async t => {
    const folder = folderOf(t, `${layout('a/')}${layout('ab/')}=== c/tickmark.yaml\n`);
    assert.deepEqual(await found(folder), [
      'a native: controls/b.md policies/a.md',
      'ab native: controls/b.md policies/a.md',
      'c native: tickmark.yaml',
    ]);
  });

  it('a nested one is its own with a manifest, and a part of the outer without', async t => {
    const folder = folderOf(
      t,
      `=== tickmark.yaml\n${layout('own/')}=== own/tickmark.yaml\n${layout('part/')}`,
    );
    assert.deepEqual(await found(folder), [
      '. native: part/controls/b.md part/policies/a.md tickmark.yaml',
      'own native: controls/b.md policies/a.md tickmark.yaml',
    ]);
    const { programs } = await discover(diskFiles, folder, true);
    assert.deepEqual(
      programs.map(({ nested }) => nested),
      [['own/'], []],
    );
  });

  it('a foreign one hides only what is in it', async t => {
    const folder = folderOf(t, `=== oc/opencontrol.yaml\n${layout('oc/')}${layout('soc2/')}`);
    const [program, notice, ...rest] = await found(folder);
    assert.equal(program, 'soc2 native: controls/b.md policies/a.md');
    assert.match(notice ?? '', /^oc: OpenControl project /);
    assert.deepEqual(rest, []);
  });
});

describe('a subfolder opened by itself', () => {
  it('leaves out what the repository ignores, as the repository does', async t => {
    const folder = folderOf(
      t,
      `=== .gitignore\ndrafts/\n${layout('soc2/')}=== soc2/policies/drafts/c.md\n${satisfies}`,
    );
    assert.deepEqual(await found(folder, 'soc2'), await found(folder));
    assert.deepEqual(await found(join(folder, 'soc2').replaceAll('\\', '/'), ''), [
      '. native: controls/b.md policies/a.md',
    ]);
  });
});
