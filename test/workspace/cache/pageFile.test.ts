// Pages as files in Tickmark's own folder, for editors that open nothing else.
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { pageFile } from '../../../server/src/workspace/cache/pageFile.ts';
import { emptyFolder, folderOf, write } from '../folder.ts';

const root = '/somewhere/else';

describe('the file of a page', () => {
  it('holds the page, and only this user may read it', t => {
    const caches = emptyFolder(t);
    const file = pageFile(caches, root, 'CC6.1', '# CC6.1 𝒜\n');
    assert.ok(file);
    assert.equal(readFileSync(file, 'utf8'), '# CC6.1 𝒜\n');
    assert.match(basename(file), /^CC6\.1-[0-9a-f]{12}\.md$/);
    assert.equal(dirname(file), join(caches, 'tickmark-cache', 'pages'));
    if (process.platform === 'win32') return;
    assert.equal(statSync(file).mode & 0o777, 0o400);
    assert.equal(statSync(dirname(file)).mode & 0o777, 0o700);
  });

  it('stays while the page says the same, and is another for another text', t => {
    const caches = emptyFolder(t);
    const file = pageFile(caches, root, 'CC6.1', 'one') ?? '';
    utimesSync(file, new Date('2020-01-01'), new Date('2020-01-01'));
    const { mtimeMs } = statSync(file);
    assert.equal(pageFile(caches, root, 'CC6.1', 'one'), file);
    assert.equal(statSync(file).mtimeMs, mtimeMs);
    assert.notEqual(pageFile(caches, root, 'CC6.1', 'two'), file);
    assert.equal(readFileSync(file, 'utf8'), 'one');
  });

  it('is written again where somebody has changed it', t => {
    const caches = emptyFolder(t);
    const file = pageFile(caches, root, 'CC6.1', 'one') ?? '';
    chmodSync(file, 0o600);
    write(dirname(file), basename(file), 'two');
    assert.equal(pageFile(caches, root, 'CC6.1', 'one'), file);
    assert.equal(readFileSync(file, 'utf8'), 'one');
  });

  it('has a name that leads nowhere else, whatever the page is about', t => {
    const caches = emptyFolder(t);
    for (const about of ['../../CO-1', 'ICFR CO-1', '/etc/passwd', 'x'.repeat(300), '\0\n', '..']) {
      const file = pageFile(caches, root, about, 'text');
      assert.ok(file !== undefined && dirname(file) === join(caches, 'tickmark-cache', 'pages'), about);
    }
  });

  it('is not written where the folder may be a part of what is open', t => {
    const open = folderOf(t, '');
    assert.equal(pageFile(join(open, 'caches'), open, 'CC6.1', 'one'), undefined);
    assert.equal(existsSync(join(open, 'caches')), false);
    assert.ok(!open.startsWith(homedir()));
  });

  it('is not written through a link, or into what somebody else made', t => {
    const [caches, other] = [emptyFolder(t), emptyFolder(t)];
    mkdirSync(join(caches, 'tickmark-cache'));
    write(caches, 'tickmark-cache/mine.txt', 'mine');
    assert.equal(pageFile(caches, root, 'CC6.1', 'one'), undefined);
    const linked = emptyFolder(t);
    assert.ok(pageFile(linked, root, 'CC6.1', 'one'));
    const moved = emptyFolder(t);
    mkdirSync(join(moved, 'tickmark-cache'));
    write(
      moved,
      'tickmark-cache/CACHEDIR.TAG',
      readFileSync(join(linked, 'tickmark-cache', 'CACHEDIR.TAG'), 'utf8'),
    );
    symlinkSync(other, join(moved, 'tickmark-cache', 'pages'), 'junction');
    assert.equal(pageFile(moved, root, 'CC6.1', 'one'), undefined);
    assert.deepEqual(readdirSync(other), []);
  });

  it('goes once there are very many, the oldest first', t => {
    const caches = emptyFolder(t);
    const first = pageFile(caches, root, 'CC6.1', 'one') ?? '';
    const pages = dirname(first);
    for (let i = 0; i < 1000; i++) write(pages, `CC6.2-${String(i).padStart(12, '0')}.md`, '');
    write(pages, 'notes.md', 'mine');
    utimesSync(first, new Date('2020-01-01'), new Date('2020-01-01'));
    const last = pageFile(caches, root, 'CC6.3', 'one') ?? '';
    assert.equal(existsSync(first), false);
    assert.ok(existsSync(last) && existsSync(join(pages, 'notes.md')));
    assert.equal(readdirSync(pages).length, 1001);
  });
});
