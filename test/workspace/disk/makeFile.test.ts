// A file is made whole or not at all, with the folders around it, and never over another.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { makeFile } from '../../../server/src/workspace/disk/makeFile.ts';
import { NotMade } from '../../../server/src/workspace/disk/newFile.ts';
import { emptyFolder, write } from '../folder.ts';

const refuses = (why: RegExp) => (error: unknown) => error instanceof NotMade && why.test(error.message);

describe('a file that is made', () => {
  it('has its content in folders of its own, and nothing is left beside it', t => {
    const folder = emptyFolder(t);
    makeFile(join(folder, 'a/b/c.bin'), Buffer.from([0, 255]), folder);
    assert.deepEqual(readdirSync(join(folder, 'a/b')), ['c.bin']);
    assert.deepEqual(readFileSync(join(folder, 'a/b/c.bin')), Buffer.from([0, 255]));
  });

  it('can be taken back with the folders that were made for it, in which nothing else lies', t => {
    const folder = emptyFolder(t);
    write(folder, 'a/kept.txt', '');
    const takeBack = makeFile(join(folder, 'a/b/c/d.bin'), 'new', folder);
    const second = makeFile(join(folder, 'a/e/f.bin'), 'new', folder);
    takeBack();
    write(folder, 'a/e/other.txt', '');
    second();
    assert.deepEqual(readdirSync(join(folder, 'a'), { recursive: true }).sort(), [
      'e',
      join('e', 'other.txt'),
      'kept.txt',
    ]);
  });

  it('is not made where something has its name', t => {
    const folder = emptyFolder(t);
    write(folder, 'a.md', 'old');
    write(folder, 'b/c.md', 'old');
    assert.throws(() => makeFile(join(folder, 'a.md'), 'new', folder), refuses(/^it exists already$/));
    assert.throws(() => makeFile(join(folder, 'b'), 'new', folder), refuses(/^it exists already$/));
    assert.throws(() => makeFile(join(folder, 'a.md/d.md'), 'new', folder), NotMade);
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b']);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'old');
  });

  it('is not made where a link leads out of the folder', { skip: process.platform === 'win32' }, t => {
    const [folder, outside] = [emptyFolder(t), emptyFolder(t)];
    symlinkSync(outside, join(folder, 'evidence'));
    const made = () => makeFile(join(folder, 'evidence/AC-01/a.pdf'), 'new', folder);
    assert.throws(made, refuses(/^its folder is reached through a link that leads out of /));
    assert.deepEqual(readdirSync(outside), []);
  });
});
