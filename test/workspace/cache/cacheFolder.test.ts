// Whatever else lies in a folder that was named stays as it is.
import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CacheFolder } from '../../../server/src/workspace/cache/cacheFolder.ts';
import { Packer } from '../../../server/src/workspace/cache/packing.ts';
import { ownFolderIn } from '../../../server/src/workspace/disk/ownFolder.ts';
import { atOnce } from '../../../server/src/workspace/steps.ts';
import { emptyFolder, write } from '../folder.ts';
import { cacheIn, keptIn, key } from './cacheIn.ts';

const name = 'a'.repeat(32);

/** Something to keep. */
function packs() {
  const packer = new Packer();
  packer.add('kept');
  return [packer.done()];
}

function keep(folder: CacheFolder, file = name): void {
  atOnce(folder.write('facts', file, 'a build', packs()));
}

/** Makes a file or folder look as if it had not been used for years. */
function age(path: string): void {
  utimesSync(path, new Date('2020-01-01'), new Date('2020-01-01'));
}

/** A name that a process gives to a file that it is writing. */
function draft(pid: number): string {
  return `.tickmark-draft-${pid}-0123456789abcdef`;
}

/** Everything below a folder but what was made by Tickmark, with what is in it. */
function contents(folder: string): Record<string, string> {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    all.map(path => {
      const file = join(folder, path);
      const stats = lstatSync(file);
      return [path, stats.isFile() ? readFileSync(file, 'latin1') : stats.isDirectory() ? 'folder' : 'link'];
    }),
  );
}

/** Names that people give to files, and names that come as near as can be to those that Tickmark gives. */
const names = fc.oneof(
  fc.constantFrom(
    ...['code-of-conduct.md', 'code-1.0.0', 'my.facts', 'old.answer', 'key', 'compiled', 'CACHEDIR.TAG'],
    ...[
      `${name}.facts`,
      `${name}.answer`,
      `${name}.facts.1234`,
      'x.1-2.tickmark-draft',
      'notes.tickmark-draft',
    ],
    ...[`${name}.facts.txt`, `b${name}.facts`, `${name.slice(1)}.facts`, 'v24.0.0-x64-1-0', 'deadbeef'],
  ),
  fc.stringMatching(/^[a-z0-9]{1,8}\.(?:md|facts|answer|tmp)$/),
);

describe('a folder that the user named', () => {
  it('keeps everything that was in it, however old and large it is, and whatever it is called', t => {
    fc.assert(
      fc.property(fc.uniqueArray(names, { maxLength: 8 }), fc.boolean(), (files, nested) => {
        const named = emptyFolder(t);
        for (const file of files) {
          const path = nested ? `${file}/inner/${file}` : file;
          write(named, path, file);
          age(join(named, path));
          age(join(named, file));
        }
        const before = contents(named);
        keep(cacheIn(named));
        const after = Object.entries(contents(named)).filter(([path]) => !path.startsWith('tickmark-cache'));
        assert.deepEqual(Object.fromEntries(after), before);
      }),
      { numRuns: 40 },
    );
  });

  it('is left alone where something that Tickmark did not make bears the name of its folder', t => {
    const makings: readonly ((path: string) => void)[] = [
      path => writeFileSync(path, 'a file'),
      path => write(path, `${name}.facts`, 'a file of that name'),
      path => write(path, 'CACHEDIR.TAG', 'Signature: 8a477f597d28d172789f06886806bc55\n'),
      path => {
        mkdirSync(`${path}-elsewhere`);
        symlinkSync(`${path}-elsewhere`, path);
      },
    ];
    for (const make of makings) {
      const named = emptyFolder(t);
      make(join(named, 'tickmark-cache'));
      const before = contents(named);
      assert.equal(ownFolderIn(named).is, 'foreign');
      assert.throws(() => CacheFolder.open(named, []), /tickmark-cache was not made by Tickmark/);
      assert.deepEqual(contents(named), before);
    }
  });

  it('may hold an empty folder of that name, as a run leaves that was killed', t => {
    const named = emptyFolder(t);
    write(named, `tickmark-cache/${draft(process.pid)}`, 'Signat');
    assert.equal(ownFolderIn(named).is, 'ours');
  });
});

describe("Tickmark's own folder", () => {
  it('loses only what Tickmark made, and what has been of no use for longest first', t => {
    const named = emptyFolder(t);
    const folder = cacheIn(named);
    const own = join(named, 'tickmark-cache');
    for (const [i, digit] of ['1', '2', '3'].entries()) {
      const file = join(own, `${digit.repeat(32)}.facts`);
      writeFileSync(file, '');
      // A file with a hole takes no room on the disk.
      truncateSync(file, 200 * 2 ** 20);
      const used = new Date(Date.UTC(2026, 0, 10 - i));
      utimesSync(file, used, used);
    }
    const others = ['code-of-conduct.md', 'large.facts', `${name}.facts.bak`, 'key.md', 'deadbeef'];
    for (const other of others) {
      write(own, other, other);
      age(join(own, other));
    }
    truncateSync(join(own, 'large.facts'), 2 ** 30);
    keep(folder);
    assert.deepEqual(
      readdirSync(own).sort(),
      [...others, '1.facts', '2.facts', 'a.facts', 'CACHEDIR.TAG']
        .map(other => (/^[12a]\./.test(other) ? `${other.charAt(0).repeat(32)}.facts` : other))
        .sort(),
    );
  });

  it('loses the drafts that were left behind, and none that another process may still be writing', t => {
    const named = emptyFolder(t);
    const own = join(named, 'tickmark-cache');
    const folder = cacheIn(named);
    // The process that started this one is running.
    const running = draft(process.ppid);
    for (const name of [draft(process.pid), draft(2 ** 22 + 1), running, `${running}.md`])
      write(own, name, '');
    keep(folder);
    const left = () => readdirSync(own).filter(name => name.startsWith('.tickmark-draft-'));
    assert.deepEqual(left().sort(), [running, `${running}.md`]);
    for (const name of left()) age(join(own, name));
    keep(folder);
    assert.deepEqual(left(), [`${running}.md`]);
  });

  it('loses compiled code that is old, file by file, and nothing that lies beside it', t => {
    const named = emptyFolder(t);
    const folder = cacheIn(named);
    const compiled = join(named, 'tickmark-cache', 'compiled');
    const files = [
      ['v20.1.0-x64-0a1b2c3d-0/64ae2ee0', true],
      ['v24.1.0-x64-0a1b2c3d-0/64ae2ee0', true],
      ['v24.1.0-x64-0a1b2c3d-0/17487293', false],
      ['v24.1.0-x64-0a1b2c3d-0/notes.md', true],
      ['v18.0.0-x64-0a1b2c3d-0/notes/64ae2ee0', true],
      ['notes/64ae2ee0', true],
    ] as const;
    for (const [path, isOld] of files) {
      write(compiled, path, '');
      if (isOld) age(join(compiled, path));
    }
    keep(folder);
    assert.deepEqual(readdirSync(compiled, { recursive: true, encoding: 'utf8' }).sort(), [
      ...['notes', 'notes/64ae2ee0', 'v18.0.0-x64-0a1b2c3d-0', 'v18.0.0-x64-0a1b2c3d-0/notes'],
      ...['v18.0.0-x64-0a1b2c3d-0/notes/64ae2ee0', 'v24.1.0-x64-0a1b2c3d-0'],
      ...['v24.1.0-x64-0a1b2c3d-0/17487293', 'v24.1.0-x64-0a1b2c3d-0/notes.md'],
    ]);
  });

  it('gives back what was kept, to who has the key, and no link is followed to write or remove', t => {
    const named = emptyFolder(t);
    const folder = cacheIn(named);
    const own = join(named, 'tickmark-cache');
    write(named, 'precious.md', 'precious');
    symlinkSync(join(named, 'precious.md'), join(own, `${name}.facts`));
    keep(folder);
    assert.equal(readFileSync(join(named, 'precious.md'), 'utf8'), 'precious');
    assert.equal(atOnce(folder.read('facts', name, 'a build'))?.length, 1);
    const other = cacheIn(named, Buffer.alloc(key.length, 8));
    assert.equal(atOnce(other.read('facts', name, 'a build')), undefined);
    assert.equal(keptIn(named).length, 1);
  });
});
