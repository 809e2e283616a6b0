// Files are read through one door: what is no regular file, leads outside or has no end is not opened.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { lookOnDisk } from '../../../server/src/workspace/disk/lookOnDisk.ts';
import { type Reading, readRegular } from '../../../server/src/workspace/disk/readRegular.ts';
import { unreadable } from '../../../server/src/workspace/files.ts';
import { emptyFolder, write } from '../folder.ts';

/** What is read, as text. */
function read(file: string, reading?: Reading) {
  const result = readRegular(file, reading);
  return typeof result === 'object' ? result.bytes.toString() : result;
}

describe('a regular file', () => {
  it('is read whole, whatever its size, up to the largest that is asked for', t => {
    const folder = emptyFolder(t);
    for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      write(folder, 'a.md', 'x'.repeat(size));
      assert.equal(read(`${folder}/a.md`), 'x'.repeat(size));
      assert.equal(read(`${folder}/a.md`, { most: size }), 'x'.repeat(size));
      if (size > 0) assert.equal(read(`${folder}/a.md`, { most: size - 1 }), unreadable);
    }
    // A hole takes no room on the disk, and no time: nothing of it is read.
    truncateSync(`${folder}/a.md`, 2 ** 40);
    assert.equal(read(`${folder}/a.md`), unreadable);
  });

  it('is absent where nothing is there, or its folder is a file', t => {
    const folder = emptyFolder(t);
    write(folder, 'a.md', '');
    for (const path of ['b.md', 'b/a.md', 'a.md/a.md']) {
      assert.equal(read(`${folder}/${path}`), undefined, path);
      assert.equal(read(`${folder}/${path}`, { within: folder }), undefined, path);
    }
  });

  it('is absent where a link is, unless the link is followed and stays inside', t => {
    const folder = emptyFolder(t);
    write(folder, 'in/a.md', 'inside');
    write(folder, 'out.md', 'outside');
    symlinkSync('a.md', join(folder, 'in/link.md'));
    symlinkSync('../out.md', join(folder, 'in/leaving.md'));
    symlinkSync('gone.md', join(folder, 'in/dangling.md'));
    symlinkSync('round.md', join(folder, 'in/round.md'));
    const within = `${folder}/in`;
    const found = ['link', 'leaving', 'dangling', 'round'].map(name => [
      read(`${within}/${name}.md`),
      read(`${within}/${name}.md`, { within }),
    ]);
    assert.deepEqual(found, [
      [undefined, 'inside'],
      [undefined, undefined],
      [undefined, undefined],
      [undefined, unreadable],
    ]);
  });
});

describe('a special file', { skip: process.platform === 'win32' }, () => {
  it('is never waited for', t => {
    const folder = emptyFolder(t);
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    symlinkSync('pipe.md', join(folder, 'link.md'));
    mkdirSync(join(folder, 'folder.md'));
    for (const name of ['pipe.md', 'link.md', 'folder.md'])
      assert.equal(read(`${folder}/${name}`, { within: folder }), unreadable, name);
    assert.equal(read(`${folder}/pipe.md`), unreadable);
    for (const device of ['/dev/zero', '/dev/null', '/dev/tty'].filter(existsSync))
      assert.equal(read(device), unreadable, device);
  });

  it('is there where evidence names it, and its hash is not judged', t => {
    const folder = emptyFolder(t);
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    assert.equal(lookOnDisk(`${folder}/pipe.csv`, folder, undefined), 'there');
    assert.equal(lookOnDisk(`${folder}/pipe.csv`, folder, '0'.repeat(64)), 'there');
  });
});
