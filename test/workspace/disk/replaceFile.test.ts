// A file is replaced whole or not at all, and only while it is what it was when it was read.
import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { NotReplaced, replaceFile } from '../../../server/src/workspace/disk/replaceFile.ts';
import { emptyFolder, write } from '../folder.ts';

const refuses = (why: RegExp) => (error: unknown) => error instanceof NotReplaced && why.test(error.message);

describe('a file that is replaced', () => {
  it('has the new content and its own mode, and nothing is left beside it', t => {
    const folder = emptyFolder(t);
    write(folder, 'a.md', 'old');
    chmodSync(join(folder, 'a.md'), 0o640);
    replaceFile(join(folder, 'a.md'), Buffer.from('old'), 'new');
    replaceFile(join(folder, 'b.md'), undefined, 'made');
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b.md']);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'new');
    assert.equal(readFileSync(join(folder, 'b.md'), 'utf8'), 'made');
    assert.equal(statSync(join(folder, 'a.md')).mode & 0o777, 0o640);
  });

  it('is the one that a link leads to, and the link stays', { skip: process.platform === 'win32' }, t => {
    const folder = emptyFolder(t);
    write(folder, 'kept/a.json', 'old');
    symlinkSync('kept/a.json', join(folder, 'link.json'));
    replaceFile(join(folder, 'link.json'), Buffer.from('old'), 'new');
    assert.equal(readlinkSync(join(folder, 'link.json')), 'kept/a.json');
    assert.equal(readFileSync(join(folder, 'kept/a.json'), 'utf8'), 'new');
    assert.deepEqual(readdirSync(join(folder, 'kept')), ['a.json']);
  });

  it('stays what it is where somebody has changed it meanwhile', t => {
    for (const [before, now] of [
      ['old', 'edited'],
      ['old', undefined],
      [undefined, 'edited'],
    ] as const) {
      const folder = emptyFolder(t);
      if (now !== undefined) write(folder, 'a.md', now);
      const read = before === undefined ? undefined : Buffer.from(before);
      assert.throws(
        () => replaceFile(join(folder, 'a.md'), read, 'new'),
        refuses(/^it changed in the meantime; run the command again$/),
      );
      assert.deepEqual(readdirSync(folder), now === undefined ? [] : ['a.md']);
      if (now !== undefined) assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), now);
    }
  });

  it('is none where its place is taken by something else', { skip: process.platform === 'win32' }, t => {
    const folder = emptyFolder(t);
    mkdirSync(join(folder, 'folder.md'));
    symlinkSync('gone.md', join(folder, 'dangling.md'));
    assert.throws(
      () => replaceFile(join(folder, 'folder.md'), undefined, 'new'),
      refuses(/not a regular file/),
    );
    assert.throws(
      () => replaceFile(join(folder, 'dangling.md'), undefined, 'new'),
      refuses(/a link that leads nowhere/),
    );
    assert.throws(() => replaceFile(join(folder, 'gone/a.md'), undefined, 'new'), refuses(/ENOENT/));
    assert.deepEqual(readdirSync(folder).sort(), ['dangling.md', 'folder.md']);
    assert.ok(lstatSync(join(folder, 'dangling.md')).isSymbolicLink());
  });
});
