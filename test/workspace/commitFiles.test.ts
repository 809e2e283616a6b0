import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { commitFiles } from '../../server/src/workspace/commitFiles.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { emptyFolder, write } from './folder.ts';
import { git } from './repository.ts';

/** A repository in which these files are committed, ignored ones too. */
function committed(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder(t);
  git(folder, 'init', '--quiet');
  for (const [path, content] of Object.entries(files)) write(folder, path, content);
  symlinkSync('a.md', join(folder, 'link.md'));
  git(folder, 'add', '--force', '.');
  git(folder, 'commit', '--quiet', '-m', 'First');
  return folder;
}

const files = {
  'a.md': 'One.\n',
  'policies/ä "b".md': '\ufeffÄ𝒜\r\n',
  'policies/empty.yaml': '',
  'policies/x\ny.md': 'Odd.\n',
  'node_modules/p/README.md': 'No.\n',
  '.github/x.md': 'No.\n',
  'old/.gitignore': 'drafts\n',
  'old/drafts/a.md': 'No.\n',
  'old/kept.md': 'Yes.\n',
  'go.mod': '',
  'vendor/p/README.md': 'No.\n',
  'data.json': '{}',
};

describe('the files of a commit', () => {
  it('are listed and read as those on disk are', async t => {
    const folder = committed(t, files);
    const read = commitFiles(folder, 'HEAD');
    for (const place of [folder, `${folder}/policies`, `${folder}/old`]) {
      const listed = diskFiles.list(place);
      assert.deepEqual(await read.list(place), listed);
      for (const path of listed.documents) {
        assert.equal(await read.read(`${place}/${path}`), await diskFiles.read(`${place}/${path}`));
      }
    }
    assert.equal(await read.read(`${folder}/data.json`), '{}');
  });

  it('are those of then, whatever is there now', async t => {
    const folder = committed(t, files);
    write(folder, 'a.md', 'Two.\n');
    write(folder, 'new.md', 'New.\n');
    rmSync(join(folder, 'old'), { recursive: true });
    const read = commitFiles(`${folder}/policies`, 'HEAD');
    assert.equal(await read.read(`${folder}/a.md`), 'One.\n');
    assert.equal(await read.read(`${folder}/new.md`), undefined);
    assert.deepEqual((await read.list(`${folder}/old`)).documents, ['kept.md']);
  });

  it('are looked for as those on disk are', async t => {
    const hashOf = (text: string) => hash('sha256', text, 'hex');
    const folder = committed(t, { ...files, 'data.csv.dvc': 'outs: []\n' });
    const read = commitFiles(folder, 'HEAD');
    const places = [
      'a.md',
      'policies',
      'link.md',
      'data.csv',
      'gone.csv',
      'policies/gone.csv',
      'gone/a.csv',
      'gone',
      'policies/gone',
    ];
    const hashes = [undefined, hashOf('One.\r\n'), hashOf('Two.\n')];
    for (const path of places) {
      // Of a link the commit has nothing but the path.
      for (const sha256 of path === 'link.md' ? [undefined] : hashes) {
        const found = await read.look(`${folder}/${path}`, folder, sha256);
        assert.equal(found, await diskFiles.look(`${folder}/${path}`, folder, sha256), path);
      }
    }
    assert.equal(await read.look(`${folder}/a.md`, folder, hashOf('Two.\n')), 'differs');
    assert.equal(await read.look('/etc/passwd', folder, undefined), 'unknown');
    write(folder, 'gone.csv', 'Back.\n');
    assert.equal(await read.look(`${folder}/gone.csv`, folder, undefined), 'missing');
  });

  it('are none outside, of links and of folders', async t => {
    const folder = committed(t, files);
    const read = commitFiles(folder, 'HEAD');
    for (const file of ['/etc/passwd', `${folder}/link.md`, `${folder}/policies`, folder]) {
      assert.equal(await read.read(file), undefined, file);
    }
    assert.deepEqual((await read.list('/etc')).documents, []);
  });
});
